using System.Globalization;
using System.Text;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>A contract with a slot for each text that its author is free in. A slot holds a harmless word, or what a test puts there.</summary>
internal static class HostileContract
{
    private const string Template = """
        {
          "operation": "<operation>",
          "client": "<client>",
          "summary": "<summary>",
          "remarks": "<remarks>",
          "docs": "<docs>",
          "get": "<get>",
          "keysInAddress": true,
          "repeat": "<repeat>",
          "request": {
            "<key wire>": { "credential": "apiKey" },
            "<request wire>": { "name": "<request name>", "type": "string", "required": true, "summary": "<request summary>" },
            "<request wire alone>": { "type": "string", "summary": "Harmless." }
          },
          "response": {
            "<result wire>": { "result": ["<code>"] },
            "<message wire>": { "message": true },
            "<refusal wire>": { "refusal": true },
            "<response wire>": { "name": "<response name>", "type": "string", "required": true, "summary": "<response summary>" },
            "<response wire alone>": { "type": "<type name>", "summary": "Harmless." },
            "Other": { "type": "<built-in type>", "summary": "Harmless." }
          },
          "types": {
            "<type name>": {
              "summary": "<type summary>",
              "values": { "<value number>": { "name": "<value name>", "summary": "<value summary>" } }
            }
          },
          "samples": [
            {
              "name": "<sample name>",
              "request": { "<request wire>": "<sample asked>" },
              "response": { "<result wire>": "100", "<response wire>": "<sample answered>", "<sample member>": null }
            }
          ]
        }
        """;

    /// <summary>Every slot: whether its text is wholly free, and what stands there otherwise; # is the number of the contract.</summary>
    public static IReadOnlyList<Slot> Slots { get; } =
    [
        new("operation", "Do#", Freedom.Name),
        new("client", "Group#", Freedom.Name),
        new("summary", "Harmless.", Freedom.Full),
        new("remarks", "Harmless.", Freedom.Full),
        new("docs", "https://developers.esms.vn/#", Freedom.None),
        new("get", "https://rest.esms.vn/Do#", Freedom.None),
        new("repeat", "safe", Freedom.None),
        new("key wire", "ApiKey", Freedom.Full),
        new("request wire", "asked", Freedom.Full),
        new("request name", "Asked", Freedom.Name),
        new("request summary", "Harmless.", Freedom.Full),
        new("request wire alone", "Alone", Freedom.Name),
        new("result wire", "Code", Freedom.Full),
        new("code", "100", Freedom.None),
        new("message wire", "Message", Freedom.Full),
        new("refusal wire", "error", Freedom.Full),
        new("response wire", "answered", Freedom.Full),
        new("response name", "Answered", Freedom.Name),
        new("response summary", "Harmless.", Freedom.Full),
        new("response wire alone", "Alone", Freedom.Name),
        new("built-in type", "string", Freedom.None),
        new("type name", "Kind#", Freedom.Name),
        new("type summary", "Harmless.", Freedom.Full),
        new("value number", "5", Freedom.None),
        new("value name", "Five", Freedom.Name),
        new("value summary", "Harmless.", Freedom.Full),
        new("sample name", "harmless", Freedom.Full),
        new("sample asked", "harmless", Freedom.Full),
        new("sample answered", "harmless", Freedom.Full),
        new("sample member", "Other", Freedom.None),
    ];

    /// <summary>How a text is put into JSON.</summary>
    public static string Raw(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>The same text, with an escape for every character.</summary>
    public static string Escaped(string text) =>
        text.Aggregate(new StringBuilder(), static (json, character) => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"))
            .ToString();

    /// <summary>A contract with harmless texts in all slots.</summary>
    public static TestContract Harmless(int number) => Fill(number, Template);

    /// <param name="json">What stands between the quotes of the slot.</param>
    public static TestContract With(int number, Slot slot, string json) =>
        Fill(number, Template.Replace($"<{slot.Name}>", json, StringComparison.Ordinal));

    /// <summary>A contract with JSON of another kind where the text of the slot, and its quotes, should be.</summary>
    public static TestContract WithValue(int number, Slot slot, string json) =>
        Fill(number, Template.Replace($"\"<{slot.Name}>\"", json, StringComparison.Ordinal));

    private static TestContract Fill(int number, string text)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        foreach (var slot in Slots)
            text = text.Replace($"<{slot.Name}>", slot.Harmless.Replace("#", id, StringComparison.Ordinal), StringComparison.Ordinal);
        return new TestContract($"{id}.esms.json", text);
    }
}

/// <summary>A place for a text in a contract.</summary>
internal sealed record Slot(string Name, string Harmless, Freedom Freedom);

/// <summary>What a contract may say in a slot.</summary>
internal enum Freedom
{
    /// <summary>A few texts of a certain form, such as an address.</summary>
    None,

    /// <summary>Anything that can be a name in C#, or become one.</summary>
    Name,

    /// <summary>Any text, unless it is blank.</summary>
    Full,
}
