using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Esms.Cli.Import.Curl;

/// <summary>The fields of an XML body: an element with a text is one, and the elements around it are what it is under.</summary>
internal static partial class XmlBody
{
    /// <exception cref="InvalidDataException">It is no XML, or has a form that contracts have no words for; the message has the place.</exception>
    public static (string Body, string Root, IReadOnlyList<ImportedField> Fields) Read(string xml, string path, Notes notes)
    {
        var text = StrayBracket()
            .Replace(
                xml,
                match =>
                {
                    notes.Mend(path, xml, match.Index, "a bracket stands before a placeholder; it was left out");
                    return "{{";
                }
            );
        var root = Parse(text, path, notes);
        CheckAttributes(root, path, notes);
        var groups = root.Descendants()
            .Where(static element => !element.HasElements)
            .GroupBy(static element => (Name: element.Name.LocalName, Under: Around(element)))
            .ToList();
        foreach (var element in groups.Where(static group => group.Key.Under.Length > 0).SelectMany(static group => group))
            CheckWrapper(element, path, notes);
        return (
            "xml",
            root.Name.LocalName,
            [
                .. groups.Select(group => new ImportedField(
                    group.Key.Name,
                    ValueOf([.. group], IsRepeated(root, group.Key.Under)),
                    group.Key.Under.Length > 0 ? group.Key.Under : null
                )),
            ]
        );
    }

    private static XElement Parse(string text, string path, Notes notes)
    {
        try
        {
            return XElement.Parse(text, LoadOptions.SetLineInfo);
        }
        catch (XmlException exception)
        {
            throw notes.Fail(
                $"{path}({exception.LineNumber},{exception.LinePosition})",
                "the XML is broken here. Put it right by hand, and import again."
            );
        }
    }

    private static void CheckAttributes(XElement root, string path, Notes notes)
    {
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(static attribute => !attribute.IsNamespaceDeclaration))
        {
            notes.Secrets.Add(attribute.Value);
            notes.Refuse(PlaceOf(attribute, path), "an element has an attribute, which a contract cannot carry; it was left out");
        }
    }

    /// <summary>An element around fields is written anew for each of them, so it can hold one field only.</summary>
    private static void CheckWrapper(XElement element, string path, Notes notes)
    {
        if (element.Parent!.Elements().Skip(1).Any())
            throw notes.Fail(
                PlaceOf(element, path),
                "one element holds several others, which a contract cannot carry: in XML, a field and the elements around it are one (\"under\"). Send JSON, if the service takes it."
            );
    }

    private static string PlaceOf(IXmlLineInfo node, string path) => $"{path}({Math.Max(1, node.LineNumber)},{Math.Max(1, node.LinePosition)})";

    private static string Around(XElement element) =>
        string.Join('/', element.Ancestors().Reverse().Skip(1).Select(static around => around.Name.LocalName));

    /// <summary>One customer in a list of customers is a list of one, when its elements are named as those of a list are.</summary>
    private static bool IsRepeated(XElement root, string under) =>
        under.Length > 0
        && root.Descendants()
            .Any(element => element.Name.LocalName == under.Split('/')[^1] && element.Parent != root && element.Parent!.Name.LocalName.EndsWith('S'));

    private static JsonNode ValueOf(IReadOnlyList<XElement> elements, bool isList) =>
        elements.Count == 1 && !isList ? elements[0].Value : new JsonArray([.. elements.Select(static element => (JsonNode)element.Value)]);

    [GeneratedRegex(@"<\{\{")]
    private static partial Regex StrayBracket();
}
