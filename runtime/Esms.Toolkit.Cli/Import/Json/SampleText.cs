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
        if (StrictJson.TryParse(text, out var node))
            return node;
        var mended = JsonMender.Mend(path, text, notes);
        return StrictJson.TryParse(mended, out node)
            ? node
            : throw new InvalidDataException($"{path}(1,1): a name stands twice in one object. Leave one of them out.");
    }

    private static string Kind(string text) => text.TrimStart() is ['[', ..] ? "a list" : "no object";
}
