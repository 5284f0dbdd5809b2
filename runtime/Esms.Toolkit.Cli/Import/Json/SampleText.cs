using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Import.Json;

/// <summary>Reads a published answer or body: as it is where it is JSON, mended where it nearly is.</summary>
internal static class SampleText
{
    /// <exception cref="InvalidDataException">The text cannot be mended, or is no object.</exception>
    public static ImportedAnswer ReadAnswer(ImportSource source, Notes notes) => new(source, ReadObject(source.Path, source.Text, notes));

    /// <exception cref="InvalidDataException">The text cannot be mended, or is no object.</exception>
    public static JsonObject ReadObject(string path, string text, Notes notes) =>
        Read(path, text, notes) as JsonObject
        ?? throw new InvalidDataException($"{path}(1,1): this is {Kind(text)}; an answer of eSMS is a JSON object. Give the file that has one.");

    private static JsonNode? Read(string path, string text, Notes notes)
    {
        if (TryParse(text, out var node))
            return node;
        var mended = JsonMender.Mend(path, text, notes);
        return TryParse(mended, out node)
            ? node
            : throw new InvalidDataException($"{path}(1,1): a name stands twice in one object. Leave one of them out.");
    }

    private static bool TryParse(string text, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(text);
            ReadNames(node);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            node = null;
            return false;
        }
    }

    /// <summary>Objects are read when they are asked, and only then find a name that stands twice. .NET 9 has no option for that.</summary>
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

    private static string Kind(string text) => text.TrimStart() is ['[', ..] ? "a list" : "no object";
}
