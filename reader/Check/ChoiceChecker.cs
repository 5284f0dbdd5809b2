using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>A type that is one of several objects: "by" names the member whose fixed text tells which.</summary>
internal static class ChoiceChecker
{
    /// <summary>For each object that is a case of a choice: the choice. Choice and cases stand in one file.</summary>
    public static IReadOnlyDictionary<string, string> Find(IEnumerable<JsonMember> types)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            foreach (var name in CasesOf(type.Value).OfType<JsonText>().Where(name => !choices.ContainsKey(name.Value)))
                choices.Add(name.Value, type.Name);
        }
        return choices;
    }

    /// <param name="choices">The choice of each object, as <see cref="Find"/> tells.</param>
    public static ChoiceModel Read(
        string name,
        string summary,
        ObjectReader type,
        IReadOnlyList<JsonMember> types,
        IReadOnlyDictionary<string, string> choices
    )
    {
        var by = type.RequireText("by", "the member whose fixed text tells which of the objects it is")?.Value ?? string.Empty;
        var cases = new List<ChoiceCase>();
        if (type.Find("oneOf")?.Value is JsonArray { Items.Count: 0 } none)
            type.Problems.Report(ProblemKinds.OutOfRange, none.Word, "oneOf", "[]", "a choice needs at least one object");
        foreach (var item in type.Items("oneOf"))
        {
            if (by.Length == 0)
                break; // Told already; without it no object fits.
            if (item is not JsonText word)
                ObjectReader.ReportKind(type.Problems, item, "oneOf", "an array of names of objects in this file");
            else if (types.FirstOrDefault(member => member.Name == word.Value) is not { } found)
                type.Problems.Report(
                    ProblemKinds.UnknownType,
                    word.Word,
                    word.Value,
                    Suggestion.For(word.Value, types.Select(static member => member.Name))
                );
            else if (choices[word.Value] != name)
                type.Problems.Report(
                    ProblemKinds.Contradiction,
                    word.Word,
                    word.Value,
                    choices[word.Value],
                    "an object can belong to one choice only"
                );
            else if (FixedText(found.Value, by) is not { } value)
                type.Problems.Report(
                    ProblemKinds.UnknownField,
                    word.Word,
                    by,
                    $"'{word.Value}' that is \"fixed\" to a text, by which to tell it",
                    string.Empty
                );
            else if (cases.Any(other => other.Value == value))
                type.Problems.Report(ProblemKinds.DuplicateKey, word.Word, value);
            else
                cases.Add(new ChoiceCase(value, word.Value));
        }
        return new ChoiceModel(name, summary, by, new(cases));
    }

    private static IEnumerable<JsonNode> CasesOf(JsonNode type) =>
        type is JsonObject node && node.Members.FirstOrDefault(static key => key.Name == "oneOf")?.Value is JsonArray list ? list.Items : [];

    private static string? FixedText(JsonNode type, string field) =>
        Member(Member(Member(type, "fields"), field), "fixed") is JsonText text ? text.Value : null;

    private static JsonNode? Member(JsonNode? node, string name) =>
        node is JsonObject parent ? parent.Members.FirstOrDefault(member => member.Name == name)?.Value : null;
}
