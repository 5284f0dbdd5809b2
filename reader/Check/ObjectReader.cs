using System.Globalization;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Reads the keys of one object by name, and reports those that are unknown, doubled, missing or of the wrong kind.</summary>
internal sealed class ObjectReader
{
    private readonly JsonObject _node;
    private readonly TextRange _place;
    private readonly Dictionary<string, JsonMember> _members;

    private ObjectReader(JsonObject node, TextRange place, ProblemList problems, string[] keys)
    {
        _node = node;
        _place = place;
        Problems = problems;
        _members = MembersOf(node, problems).ToDictionary(static member => member.Name, StringComparer.Ordinal);
        foreach (var member in _members.Values.Where(member => !keys.Contains(member.Name, StringComparer.Ordinal)).ToList())
        {
            problems.Report(ProblemKinds.UnknownKey, member.NameRange, member.Name, Allowed(member.Name, keys));
            _members.Remove(member.Name);
        }
    }

    public ProblemList Problems { get; }

    private static string Allowed(string name, string[] keys) =>
        Suggestion.For(name, keys) is { Length: > 0 } near
            ? near
            : $"; keys here are {string.Join(", ", keys.Where(static key => key != "$schema"))}";

    /// <summary>Opens an object with a fixed set of keys.</summary>
    /// <param name="name">What the object is called in messages.</param>
    /// <param name="place">What to underline when a key is missing: the name of the object, or else its brace.</param>
    public static ObjectReader? Open(JsonNode node, string name, ProblemList problems, string[] keys, TextRange? place = null)
    {
        if (node is JsonObject found)
            return new ObjectReader(found, place ?? found.Word, problems, keys);
        ReportKind(problems, node, name, "an object");
        return null;
    }

    /// <summary>The members of an object whose names are free; a name that stands twice is reported and its repeat left out.</summary>
    public static IReadOnlyList<JsonMember> MembersOf(JsonObject node, ProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<JsonMember>(node.Members.Count);
        foreach (var member in node.Members)
        {
            if (seen.Add(member.Name))
                members.Add(member);
            else
                problems.Report(ProblemKinds.DuplicateKey, member.NameRange, member.Name);
        }
        return members;
    }

    public JsonMember? Find(string key) => _members.TryGetValue(key, out var member) ? member : null;

    public JsonMember? Require(string key, string why)
    {
        var member = Find(key);
        if (member is null)
            Problems.Report(ProblemKinds.MissingKey, _place, key, why);
        return member;
    }

    public JsonText? Text(string key) => Find(key) is { } member ? TextOf(member) : null;

    public JsonText? RequireText(string key, string why) => Require(key, why) is { } member ? TextOf(member) : null;

    /// <summary>A switch: absent means false.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } member)
            return false;
        if (member.Value is JsonBoolean flag)
            return flag.Value;
        ReportKind(Problems, member.Value, key, "true or false");
        return false;
    }

    /// <summary>A whole number of at least one.</summary>
    public int? Count(string key)
    {
        if (Find(key) is not { } member)
            return null;
        if (member.Value is not JsonNumber number)
            ReportKind(Problems, member.Value, key, "a number");
        else if (int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        else
            Problems.Report(ProblemKinds.OutOfRange, number.Range, key, number.Text, "it must be a whole number from 1 to 2147483647");
        return null;
    }

    /// <summary>Any value, as the contract gives it.</summary>
    public Literal? Literal(string key)
    {
        if (Find(key) is not { } member)
            return null;
        var json = JsonRenderer.Render(member.Value);
        return new Literal(json, member.Value is JsonText text ? text.Value : json);
    }

    /// <summary>The members of an object whose names are free; none where the key is absent or no object.</summary>
    /// <param name="report">False when they were read before, so that nothing is told twice.</param>
    public IReadOnlyList<JsonMember> Members(string key, bool report = true)
    {
        if (Find(key) is not { } member)
            return [];
        if (member.Value is JsonObject node)
            return report ? MembersOf(node, Problems) : node.Members;
        if (report)
            ReportKind(Problems, member.Value, key, "an object");
        return [];
    }

    public IReadOnlyList<JsonNode> Items(string key)
    {
        if (Find(key) is not { } member)
            return [];
        if (member.Value is JsonArray list)
            return list.Items;
        ReportKind(Problems, member.Value, key, "a list");
        return [];
    }

    /// <summary>Reports each of the given keys that stands beside <paramref name="key"/>, where it would mean nothing.</summary>
    public void Forbid(string key, string why, params string[] others)
    {
        foreach (var other in others.Select(Find).OfType<JsonMember>())
            Problems.Report(ProblemKinds.Contradiction, other.NameRange, other.Name, key, why);
    }

    public TextRange PlaceOf(string key) => Find(key)?.NameRange ?? _node.Word;

    public static void ReportKind(ProblemList problems, JsonNode node, string name, string wanted) =>
        problems.Report(
            ProblemKinds.WrongKind,
            node.Word,
            name,
            wanted,
            node is JsonText { Value: var text } && text.Trim().Length == 0 ? "an empty one" : node.Kind
        );

    private JsonText? TextOf(JsonMember member)
    {
        if (member.Value is JsonText text && text.Value.Trim().Length > 0)
            return text;
        ReportKind(Problems, member.Value, member.Name, "a non-empty string");
        return null;
    }
}
