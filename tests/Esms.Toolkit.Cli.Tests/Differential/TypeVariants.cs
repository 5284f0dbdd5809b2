namespace Esms.Cli.Tests.Differential;

/// <summary>Every type of the contract language with every set of other forms that it can be met in, alone and in a list.</summary>
internal static class TypeVariants
{
    private const string Types = """
        "types": {
          "Kind": { "summary": "A kind.", "values": { "1": { "name": "One", "summary": "One." } } },
          "Thing": {
            "summary": "A thing.",
            "fields": {
              "A": { "type": "string", "required": true, "summary": "A." },
              "B": { "type": "int|string", "summary": "B." },
              "C": { "type": "Kind[]", "summary": "C." }
            }
          },
          "Pair": {
            "summary": "Two positions.",
            "positions": [
              { "name": "First", "type": "string", "required": true, "summary": "A." },
              { "name": "Second", "type": "int", "summary": "B." }
            ]
          },
          "Shape": { "summary": "One of two.", "by": "t", "oneOf": ["Round", "Flat"] },
          "Round": { "summary": "Round.", "fields": { "t": { "fixed": "round" }, "A": { "type": "int", "required": true, "summary": "A." } } },
          "Flat": { "summary": "Flat.", "fields": { "t": { "fixed": "flat" } } }
        }
        """;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy/MM/dd HH:mm:ss",
        "dd/MM/yyyy HH:mm:ss",
        "yyyy-MM-dd",
        "dd/MM/yyyy",
        "yyyyMMddHHmmss",
        "/Date(ms)/",
        "milliseconds",
    ];

    /// <summary>What a contract says of the member V, and a name for that.</summary>
    public static IReadOnlyList<(string Name, string Field)> All { get; } = [.. Fields().Select(static (field, i) => ($"Read{i}", field))];

    /// <summary>A contract whose answer has the member, which accepted answers cannot do without: so it is read strictly.</summary>
    /// <param name="samples">The samples, as the contract writes them.</param>
    public static string Contract(string name, string field, string samples) =>
        $$"""
            {
              "operation": "{{name}}", "client": "Reading", "summary": "Reads.", "docs": "https://developers.esms.vn/",
              "post": "https://rest.esms.vn/{{name}}", "repeat": "safe", "request": {},
              "response": { "CodeResult": { "result": ["100"] }, "V": {{field}} },
            {{Types.Replace("Kind", $"{name}Kind", StringComparison.Ordinal)
                .Replace("Thing", $"{name}Thing", StringComparison.Ordinal)
                .Replace("Pair", $"{name}Pair", StringComparison.Ordinal)
                .Replace("Shape", $"{name}Shape", StringComparison.Ordinal)
                .Replace("Round", $"{name}Round", StringComparison.Ordinal)
                .Replace("Flat", $"{name}Flat", StringComparison.Ordinal)}},
              "samples": [{{samples}}]
            }
            """;

    /// <summary>A type of the contract's own, whose names are those of the whole project.</summary>
    public static string OwnTypes(string name, string field) =>
        System.Text.RegularExpressions.Regex.Replace(field, "\\b(Kind|Thing|Pair|Shape)\\b", $"{name}$1");

    private static IEnumerable<string> Fields()
    {
        foreach (var (type, more, forms) in Scalars())
        {
            foreach (var accepted in Subsets(forms))
            {
                foreach (var list in new[] { "", "[]" })
                    yield return $$"""{ "type": "{{type}}{{list}}{{string.Concat(accepted.Select(static form => $"|{form}"))}}", {{more}}"required": true, "summary": "V." }""";
            }
        }
        foreach (var type in (string[])["map", "pairs", "Thing", "Thing[]", "Pair", "Pair[]", "Shape", "Shape[]", "json(Thing)", "json(Thing)[]"])
            yield return $$"""{ "type": "{{type}}", "required": true, "summary": "V." }""";
        foreach (var type in (string[])["int", "long", "decimal", "money", "bool", "flag", "Kind"])
            yield return $$"""{ "type": "{{type}}", "as": "text", "required": true, "summary": "V." }""";
        yield return """{ "type": "duration", "unit": "hours", "as": "text", "required": true, "summary": "V." }""";
        yield return """{ "type": "string", "summary": "V." }""";
    }

    private static IEnumerable<(string Type, string More, string[] Forms)> Scalars()
    {
        yield return ("string", "", ["number", "nullText"]);
        foreach (var type in (string[])["int", "long", "decimal", "money", "Kind"])
            yield return (type, "", ["string", "nullText"]);
        yield return ("duration", "\"unit\": \"minutes\", ", ["string", "nullText"]);
        yield return ("bool", "", ["string", "number", "nullText"]);
        yield return ("flag", "", ["string", "bool", "nullText"]);
        foreach (var format in Formats)
            yield return ("date", $"\"format\": \"{format}\", ", ["number", "nullText"]);
    }

    private static IEnumerable<IEnumerable<string>> Subsets(string[] forms) =>
        Enumerable.Range(0, 1 << forms.Length).Select(set => forms.Where((_, i) => (set & (1 << i)) != 0));
}
