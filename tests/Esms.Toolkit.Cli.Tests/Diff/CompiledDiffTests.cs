using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Diff;

/// <summary>What diff says of a change, the compiler says of code that uses what has changed.</summary>
public sealed class CompiledDiffTests : IDisposable
{
    private const string Contract = """
        {
          "operation": "SendThing", "client": "Things", "summary": "Sends.", "docs": "https://developers.esms.vn/",
          "post": "https://rest.esms.vn/SendThing", "repeat": REPEAT,
          "request": {
            "ApiKey": { "credential": "apiKey" },
            "Content": { "type": "string", "required": true, "summary": "The text." },
            FIELD
            "RequestId": { "type": "string", "summary": "The key." }
          },
          "response": {
            "CodeResult": { "result": ["100"] }, MEMBER
            "Items": { "type": "Item[]", "summary": "The items." }
          },
          "types": { "Item": { "summary": "An item.", ITEM } }
        }
        """;

    private const string Fields = "\"fields\": { \"Name\": { \"type\": \"string\", \"summary\": \"The name.\" } }";
    private const string Coded =
        "\"fields\": { \"Name\": { \"type\": \"string\", \"summary\": \"The name.\" }, \"Code\": { \"result\": [\"100\"] } }";
    private const string Positions = "\"positions\": [{ \"name\": \"Name\", \"type\": \"string\", \"summary\": \"The name.\" }]";

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-diff").FullName;

    /// <summary>A part of the contract before and after, code that uses it, and whether the code breaks.</summary>
    public static TheoryData<string, string, string, string, bool> Changes =>
        new()
        {
            { "FIELD", Field("int", "\"default\": 1,"), Field("int"), "int F(SendThingRequest request) => request.Extra;", true },
            { "FIELD", Field("int"), Field("int", "\"default\": 1,"), "bool F(SendThingRequest request) => request.Extra.HasValue;", true },
            { "FIELD", Field("bool", "\"default\": true,"), Field("bool"), "bool F(SendThingRequest request) => request.Extra;", true },
            { "FIELD", Field("string", "\"default\": \"a\","), Field("string"), "string? F(SendThingRequest request) => request.Extra;", false },
            { "FIELD", Field("int", "\"default\": 1,"), Field("int", "\"default\": 2,"), "int F(SendThingRequest request) => request.Extra;", false },
            { "FIELD", Field("int", "\"required\": true,"), Field("int"), "int F(SendThingRequest request) => request.Extra;", true },
            { "FIELD", Field("int"), Field("int", "\"required\": true,"), "object F() => new SendThingRequest { Content = \"\" };", true },
            {
                "FIELD",
                Field("int", "\"required\": true, \"default\": 1,"),
                Field("int", "\"required\": true,"),
                "object F() => new SendThingRequest { Content = \"\" };",
                true
            },
            { "FIELD", "", Field("int"), "object F() => new SendThingRequest { Content = \"\" };", false },
            { "MEMBER", Field("int", "\"required\": true,"), Field("int"), "int F(SendThingResponse response) => response.Extra;", true },
            { "MEMBER", Field("int"), Field("int", "\"required\": true,"), "bool F(SendThingResponse response) => response.Extra.HasValue;", true },
            { "MEMBER", Field("money"), Field("decimal"), "decimal? F(SendThingResponse response) => response.Extra;", false },
            { "MEMBER", Field("int"), Field("long"), "int? F(SendThingResponse response) => response.Extra;", true },
            { "REPEAT", Keyed, "\"never\"", "Esms.IEsmsKeyedRequest F(SendThingRequest request) => request;", true },
            { "REPEAT", Keyed, "\"safe\"", "bool F(SendThingResponse response) => response.WasAlreadyAccepted;", true },
            { "REPEAT", "\"never\"", "\"safe\"", "bool F(SendThingResponse response) => response.WasAlreadyAccepted;", true },
            { "REPEAT", "\"safe\"", "\"never\"", "Esms.EsmsResponse F(SendThingResponse response) => response;", false },
            { "REPEAT", "\"never\"", Keyed, "Esms.EsmsSendResponse F(SendThingResponse response) => response;", false },
            { "ITEM", Coded, Fields, "bool F(Item item) => item.IsAccepted;", true },
            { "ITEM", Fields, Coded, "string? F(Item item) => item.Name;", false },
            { "ITEM", Fields, Positions, "Esms.EsmsObject F(Item item) => item;", true },
            { "ITEM", Positions, Fields, "string? F(Item item) => item.Name;", false },
        };

    private static string Keyed => "{ \"keyed\": \"RequestId\" }";

    [Theory]
    [MemberData(nameof(Changes))]
    public void Diff_and_compiler_say_the_same_of_a_change(string place, string before, string after, string member, bool breaks)
    {
        var (old, now) = (With(place, before), With(place, after));
        var caller = $"#nullable enable\nusing EsmsContracts;\npublic abstract class Caller {{ public {member} }}";

        Assert.Empty(Import.Tools.GeneratedClient.Errors(new Dictionary<string, string> { ["SendThing"] = old }, caller));
        Assert.Equal(breaks, Import.Tools.GeneratedClient.Errors(new Dictionary<string, string> { ["SendThing"] = now }, caller).Count > 0);

        var (_, output, error) = EsmsTool.Invoke("contracts", "diff", Write("old.esms.json", old), Write("new.esms.json", now), "--json");

        Assert.Equal("", error);
        Assert.Equal(breaks, JsonNode.Parse(output)!["changes"]!.AsArray().Any(static change => (bool)change!["breaksCSharp"]!));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Field(string type, string more = "") =>
        $$"""
            "Extra": { "type": "{{type}}", {{more}} "summary": "More." },
            """;

    /// <summary>The contract with a text at a place, and the usual ones at the others.</summary>
    private static string With(string place, string text) =>
        Contract
            .Replace(place, text, StringComparison.Ordinal)
            .Replace("REPEAT", "\"never\"", StringComparison.Ordinal)
            .Replace("FIELD", "", StringComparison.Ordinal)
            .Replace("MEMBER", "", StringComparison.Ordinal)
            .Replace("ITEM", Fields, StringComparison.Ordinal);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
