using System.Xml.Linq;

namespace Esms.Cli.Import.WcfHelp;

/// <summary>The schema that a help page shows of a body: which elements may be missing, and which are lists.</summary>
internal sealed class WcfSchema
{
    private static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    private readonly Dictionary<string, XElement> _types;
    private readonly XElement? _root;

    private WcfSchema(XElement? root, Dictionary<string, XElement> types) => (_root, _types) = (root, types);

    public static WcfSchema Of(IEnumerable<XElement> schemas)
    {
        var all = schemas.ToList();
        var types = all.Elements(Xs + "complexType")
            .Where(static type => type.Attribute("name") is not null)
            .GroupBy(static type => (string)type.Attribute("name")!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        return new WcfSchema(all.Elements(Xs + "element").FirstOrDefault(), types);
    }

    /// <summary>The members of the outermost element; null when the page does not show them.</summary>
    public IReadOnlyDictionary<string, XElement>? Members => MembersOf(_root);

    /// <summary>Whether a member can be left out, or can be nothing.</summary>
    public static bool MayBeMissing(XElement member) =>
        (string?)member.Attribute("minOccurs") == "0" || (string?)member.Attribute("nillable") == "true";

    /// <summary>Whether a member holds a list, each item in an element of one name.</summary>
    public bool IsList(XElement member) =>
        SequenceOf(member) is [var only] && (string?)only.Attribute("maxOccurs") is { } most and not "1" && most != "0";

    public IReadOnlyDictionary<string, XElement>? MembersOf(XElement? element) =>
        SequenceOf(element) is { Count: > 0 } members
            ? members
                .Where(static member => member.Attribute("name") is not null)
                .GroupBy(static member => (string)member.Attribute("name")!, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal)
            : null;

    private List<XElement> SequenceOf(XElement? element)
    {
        var type =
            element?.Element(Xs + "complexType")
            ?? (((string?)element?.Attribute("type"))?.Split(':')[^1] is { } name ? _types.GetValueOrDefault(name) : null);
        return [.. type?.Descendants(Xs + "element").Where(member => member.Ancestors(Xs + "complexType").First() == type) ?? []];
    }
}
