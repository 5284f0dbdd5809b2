using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Docs.Tests.Markdown;
using Esms.Docs.Tests.Snippets;
using Microsoft.CodeAnalysis;

namespace Esms.Docs.Tests.Contracts;

/// <summary>A contract of a page, whole, or put together from the piece that the page shows and a small rest.</summary>
internal sealed partial class ContractBlock
{
    /// <summary>The pieces that a page may show, by what its block is marked with.</summary>
    private static readonly string[] Pieces = ["call", "request", "response", "types"];

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Block _block;
    private readonly string _text;

    /// <summary>How many lines of the contract stand before the piece, less where the piece stands in its block.</summary>
    private readonly int _offset;

    private ContractBlock(Block block, string text, int offset) => (_block, _text, _offset) = (block, text, offset);

    /// <summary>Whether a block is JSON that is a contract, and is not meant to be wrong.</summary>
    public static bool IsWhole(Block block) => IsContract(block) && !block.Marks.Any(ProblemMark().IsMatch);

    public static bool IsContract(Block block) => block.Language == "json" && block.Text.StartsWith('{') && Opening().IsMatch(block.Text);

    public static bool IsPiece(Block block) => block.Language == "json" && block.Marks.Any(Pieces.Contains);

    /// <summary>The contract of a block; several, when each line is one choice.</summary>
    public static IEnumerable<ContractBlock> Of(Block block)
    {
        if (!IsPiece(block))
            return [new ContractBlock(block, block.Text, 0)];
        return block.Has("each line") ? block.Text.Split('\n').Select((line, number) => Around(block, line, number)) : [Around(block, block.Text, 0)];
    }

    /// <summary>The problem that the page says it has, or null.</summary>
    public static string? MarkedProblem(Block block) => block.Marks.SingleOrDefault(static mark => ProblemMark().IsMatch(mark));

    /// <summary>What the generator says, with the page and the line.</summary>
    /// <param name="beside">The name of a second file of the same text, or null.</param>
    /// <param name="properties">What the project sets.</param>
    public IEnumerable<(string Id, string Text)> Problems(string? beside = null, params (string Name, string Value)[] properties)
    {
        var files = beside is null ? [(_block.Path, _text)] : new[] { (_block.Path, _text), (beside, _text) };
        return Generation
            .Run([], files, properties)
            .Problems.Select(problem => (problem.Id, $"{PlaceOf(problem)}: {problem.Id}: {problem.GetMessage(null)}"));
    }

    public IEnumerable<string> GeneratedCode() =>
        Generation.Run([], [(_block.Path, _text)]).Compilation.SyntaxTrees.Select(static tree => tree.ToString());

    private string PlaceOf(Diagnostic problem) => _block.At(problem.Location.GetLineSpan().StartLinePosition.Line - _offset);

    private static ContractBlock Around(Block block, string piece, int number)
    {
        var members = JsonNode.Parse($"{{{piece.TrimEnd().TrimEnd(',')}\n}}", documentOptions: Lenient)!.AsObject();
        var place = Pieces.Single(block.Has);
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal)
        {
            ["request"] = new()
            {
                ["Id"] = Text("An id", place == "call" && members.ContainsKey("get")),
                ["RequestId"] = Text("A key"),
                ["Phone"] = Text("A number"),
            },
            ["response"] = new() { ["CodeResult"] = """{ "result": ["100"] }""", ["SMSID"] = Text("An id") },
            ["types"] = new() { ["Thing"] = """{ "summary": "A thing.", "fields": { "Id": { "type": "int", "summary": "Its number." } } }""" },
        };
        var call = new Dictionary<string, string>
        {
            ["operation"] = "\"TryThings\"",
            ["client"] = "\"Things\"",
            ["summary"] = "\"Tries things.\"",
            ["docs"] = "\"https://developers.esms.vn\"",
            ["post"] = "\"https://rest.esms.vn/TryThings\"",
            ["repeat"] = "\"never\"",
        };
        if (block.Has("xml"))
            (call["body"], call["xmlRoot"]) = ("\"xml\"", "\"RQST\"");
        if (place == "response" && members.Any(static member => member.Value is JsonObject field && field.ContainsKey("result")))
            sections["response"].Remove("CodeResult");
        if (members.ContainsKey("get"))
            call.Remove("post");
        foreach (var (name, fields) in sections)
            call[name] = place == name ? $"{{{Members(fields, members)}\n{piece}\n}}" : $"{{{Members(fields, [])}}}";
        var text = place == "call" ? $"{{{Members(call, members)}\n{piece}\n}}" : $"{{{Members(call, [])}}}";
        return new ContractBlock(block, text, LineOf(text, piece) - number);
    }

    private static string Text(string meaning, bool required = false) =>
        $$"""{ "type": "string", "required": {{(required ? "true" : "false")}}, "summary": "{{meaning}}." }""";

    private static string Members(Dictionary<string, string> members, JsonObject without) =>
        string.Concat(members.Where(member => !without.ContainsKey(member.Key)).Select(static member => $"\"{member.Key}\": {member.Value}, "));

    private static int LineOf(string text, string piece) =>
        text[..text.IndexOf(piece, StringComparison.Ordinal)].Count(static letter => letter == '\n');

    [GeneratedRegex("^ESMS[0-9]{3}$")]
    private static partial Regex ProblemMark();

    [GeneratedRegex("^  \"(operation|inbound|types|codeTable)\"", RegexOptions.Multiline)]
    private static partial Regex Opening();
}
