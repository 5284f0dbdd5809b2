using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Esms.Cli.Import.Json;

namespace Esms.Cli.Import.Curl;

/// <summary>A call from a curl command.</summary>
internal static partial class CurlImport
{
    /// <exception cref="InvalidDataException">The command cannot be read; the message has the place.</exception>
    public static ImportedCall Read(string path, string text, Notes notes)
    {
        var command = CurlCommand.Read(path, text, notes);
        if (command.Method is not ("GET" or "POST"))
            throw new InvalidDataException($"{path}(1,1): the command calls with {command.Method}; contracts know GET and POST.");
        TellOfHeaders(command, notes);
        var (address, fields) = CallAddress.Read(command.Url, notes);
        if (command.Method == "GET")
            return new ImportedCall("get", address, null, null, fields);
        if (fields.Any(static field => !field.IsInPath))
            notes.Guess("The command has parameters in its address and a body; all of them became fields of the body.");
        var (body, root, inBody) = ReadBody(command, path, notes);
        return new ImportedCall("post", address, body, root, [.. fields, .. inBody.Where(field => fields.All(other => other.Wire != field.Wire))]);
    }

    /// <summary>The name only: a value may be a password.</summary>
    private static void TellOfHeaders(CurlCommand command, Notes notes)
    {
        foreach (
            var name in command
                .Headers.Select(static header => header.Split(':')[0].Trim())
                .Where(static name => !name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        )
            notes.Guess($"The header {name} was left out: a contract has no place for it.");
    }

    private static (string? Body, string? Root, IReadOnlyList<ImportedField> Fields) ReadBody(CurlCommand command, string path, Notes notes)
    {
        var data = string.Join('&', command.Data);
        var start = data.TrimStart();
        if (start.StartsWith('{'))
        {
            var isText = command.ContentType == "text/plain";
            return (
                isText ? "text" : null,
                null,
                [
                    .. SampleText
                        .ReadObject($"{path}, the body", data, notes)
                        .Select(static member => new ImportedField(member.Key, member.Value?.DeepClone())),
                ]
            );
        }
        if (start.StartsWith('<'))
            return ReadXml(data, $"{path}, the body", notes);
        if (
            command.Parts.Count > 0
            && command.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
        )
            notes.Guess("The fields travel as application/x-www-form-urlencoded; --form sends multipart/form-data, which contracts do not know.");
        return (
            "form",
            null,
            [.. command.Parts.Select(static part => new ImportedField(part.Name, (JsonNode)part.Value)), .. CallAddress.ReadPairs(data)]
        );
    }

    private static (string? Body, string? Root, IReadOnlyList<ImportedField> Fields) ReadXml(string xml, string path, Notes notes)
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
        try
        {
            var root = XElement.Parse(text);
            var fields = root.Descendants()
                .Where(static element => !element.HasElements)
                .GroupBy(element =>
                    (
                        Name: element.Name.LocalName,
                        Under: string.Join('/', element.Ancestors().Reverse().Skip(1).Select(static around => around.Name.LocalName))
                    )
                )
                .Select(group => new ImportedField(
                    group.Key.Name,
                    ValueOf([.. group], IsRepeated(root, group.Key.Under)),
                    group.Key.Under.Length > 0 ? group.Key.Under : null
                ));
            return ("xml", root.Name.LocalName, [.. fields]);
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException(
                $"{path}({exception.LineNumber},{exception.LinePosition}): {exception.Message} Put the XML right by hand, and import again.",
                exception
            );
        }
    }

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
