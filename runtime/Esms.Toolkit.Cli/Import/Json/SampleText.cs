using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Import.Json;

/// <summary>Reads a published answer or body: as it is where it is JSON, mended where it nearly is.</summary>
internal static class SampleText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="InvalidDataException">The text cannot be mended, or is no object.</exception>
    public static JsonObject ReadObject(string path, string text, Notes notes) => Read(path, text, notes) as JsonObject
        ?? throw new InvalidDataException($"{path}(1,1): this is {Kind(text)}; an answer of eSMS is a JSON object. Give the file that has one.");

    private static JsonNode? Read(string path, string text, Notes notes)
    {
        if (TryParse(text, out var node))
            return node;
        var mended = JsonMender.Mend(path, text, notes);
        return TryParse(mended, out node) ? node : throw new InvalidDataException($"{path}(1,1): a name stands twice in one object. Leave one of them out.");
    }

    private static bool TryParse(string text, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(text, documentOptions: Strict);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    private static string Kind(string text) => text.TrimStart() is ['[', ..] ? "a list" : "no object";
}
