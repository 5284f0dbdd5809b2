using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Import.Json;

/// <summary>
/// Reads JSON to its end. Objects of System.Text.Json are read when their members are used, and only then find a duplicate name. .NET 9 has no option for that.
/// </summary>
internal static class StrictJson
{
    /// <exception cref="JsonException">It is no JSON, or an object has a name twice.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            var node = JsonNode.Parse(text);
            ReadNames(node);
            return node;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new JsonException("An object has a name twice, or a string is not valid Unicode.", exception);
        }
    }

    public static bool TryParse(string text, out JsonNode? node)
    {
        try
        {
            node = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    private static void ReadNames(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var (_, value) in members)
                ReadNames(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                ReadNames(item);
        }
    }
}
