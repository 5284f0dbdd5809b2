using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The elements of an XML body, those around the fields included.</summary>
internal sealed class XmlSchema(FieldSchema fields)
{
    public JsonObject Of(EndpointModel endpoint)
    {
        var root = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(),
            ["xml"] = new JsonObject { ["name"] = endpoint.Body.XmlRoot },
        };
        foreach (var field in endpoint.Request)
            Add(root["properties"]!.AsObject(), XmlText.Around(field), field);
        return root.Described($"The elements of {endpoint.Operation}, in an XML document.");
    }

    private void Add(JsonObject properties, string[] around, Field field)
    {
        // A list repeats the innermost element around it, and has one value in each.
        var isRepeated = field.Type.IsList && around.Length > 0;
        foreach (var (element, depth) in around.Select(static (element, depth) => (element, depth)))
            properties = Open(properties, element, isRepeated && depth == around.Length - 1);
        properties[field.Wire] = fields.Of(isRepeated ? field with { Type = field.Type with { IsList = false } } : field, isAnswer: false);
    }

    private static JsonObject Open(JsonObject properties, string element, bool isList)
    {
        if (properties[element] is not JsonObject known)
        {
            var content = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };
            properties[element] = known = isList ? new JsonObject { ["type"] = "array", ["items"] = content } : content;
        }
        return (known["items"] ?? known)["properties"]!.AsObject();
    }
}
