using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Calls;

/// <summary>An XML body, element for element as the client writes it.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Lines = new()
    {
        OmitXmlDeclaration = true,
        Indent = true,
        NewLineChars = "\n",
    };

    public static string Of(EndpointModel endpoint, JsonObject values)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Lines))
        {
            writer.WriteStartElement(endpoint.Body.XmlRoot!);
            foreach (var field in endpoint.Request.Where(field => values.ContainsKey(field.Wire)))
                Write(writer, Around(field), field.Wire, values[field.Wire]);
            writer.WriteEndElement();
        }
        return text.ToString();
    }

    /// <summary>The elements around a field, from the outside in.</summary>
    public static string[] Around(Field field) => (field.Under ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static void Write(XmlWriter writer, string[] around, string name, JsonNode? value)
    {
        foreach (var element in around.SkipLast(1))
            writer.WriteStartElement(element);
        foreach (var item in value is JsonArray list ? list.ToList() : [value])
        {
            if (around.Length > 0)
                writer.WriteStartElement(around[^1]);
            writer.WriteElementString(name, ExampleCall.TextOf(item));
            if (around.Length > 0)
                writer.WriteEndElement();
        }
        for (var i = 1; i < around.Length; i++)
            writer.WriteEndElement();
    }
}
