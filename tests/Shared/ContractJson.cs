using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Tests.Contracts;

/// <summary>The contract of a call, read by a reader of JSON that is not ours.</summary>
internal sealed class ContractJson(string area, JsonObject root)
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly IReadOnlyList<ContractJson> Files = [.. Load()];

    /// <summary>The contracts of operations.</summary>
    public static IReadOnlyList<ContractJson> All { get; } = [.. Files.Where(static file => file["operation"] is not null)];

    /// <summary>The contracts of calls that the service makes.</summary>
    public static IReadOnlyList<ContractJson> Inbound { get; } = [.. Files.Where(static file => file["inbound"] is not null)];

    /// <summary>The folder of the contract.</summary>
    public string Area => area;

    public string Operation => (string)root["operation"]!;

    public string Client => (string)root["client"]!;

    public IReadOnlyList<JsonObject> Samples => [.. (root["samples"]?.AsArray() ?? []).Select(static sample => sample!.AsObject())];

    /// <summary>The members that tell the code of a refusal: their names on the wire, and whether the code is a text.</summary>
    public IEnumerable<(string Wire, bool IsText)> RefusalCodes =>
        Codes
            .Where(static code => (string?)code.Field["when"] != "accepted")
            .Select(static code => (code.Wire, code.Field["result"]![0]!.GetValueKind() == JsonValueKind.String));

    /// <summary>The names of the members with codes, those of elements of lists too.</summary>
    public ISet<string> CodeNames => Codes.Select(static code => code.Wire).Append("CodeResult").ToHashSet(StringComparer.Ordinal);

    /// <summary>The members that an accepted answer can do without, with their types and without the other forms of these.</summary>
    public IEnumerable<(string Wire, string Type)> OptionalMembers =>
        Fields
            .Where(static member => member.Field["type"] is not null && (bool?)member.Field["required"] != true)
            .Select(static member => (member.Wire, ((string)member.Field["type"]!).Split('|')[0]));

    /// <summary>The member with the words of the service; null when there is none.</summary>
    public string? Message => Fields.FirstOrDefault(static member => member.Field.ContainsKey("message")).Wire;

    private IEnumerable<(string Wire, JsonObject Field)> Fields =>
        root["response"]!.AsObject().Select(static member => (member.Key, member.Value!.AsObject()));

    private IEnumerable<(string Wire, JsonObject Field)> Codes => Fields.Where(static member => member.Field.ContainsKey("result"));

    /// <summary>The codes of success, of which most operations have one.</summary>
    public IEnumerable<EsmsResultCode> Successes =>
        Codes
            .SelectMany(static code => code.Field["result"]!.AsArray())
            .Select(static code => (EsmsResultCode)int.Parse(code!.ToString(), CultureInfo.InvariantCulture));

    public static ContractJson Of(string operation) => All.Single(contract => contract.Operation == operation);

    public static ContractJson OfInbound(string name) => Inbound.Single(contract => (string)contract["inbound"]! == name);

    public JsonNode? this[string key] => root[key];

    /// <summary>Whether the answer of a sample has a code that the contract takes for success.</summary>
    public bool IsAccepted(JsonObject response) =>
        Codes.Any(code => response[code.Wire] is { } value && code.Field["result"]!.AsArray().Any(success => JsonNode.DeepEquals(success, value)));

    /// <summary>What a page says about a code; null where none is published.</summary>
    public string? MessageOf(EsmsResultCode code)
    {
        var number = ((int)code).ToString(CultureInfo.InvariantCulture);
        var published = Samples
            .Select(static sample => sample["response"]!.AsObject())
            .FirstOrDefault(answer => Codes.Any(place => answer[place.Wire]?.ToString() == number));
        return Message is { } message ? (string?)published?[message] : null;
    }

    private static IEnumerable<ContractJson> Load() =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "contracts"), "*.esms.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => new ContractJson(
                Path.GetFileName(Path.GetDirectoryName(path)!),
                JsonNode.Parse(File.ReadAllText(path), documentOptions: Options)!.AsObject()
            ));
}
