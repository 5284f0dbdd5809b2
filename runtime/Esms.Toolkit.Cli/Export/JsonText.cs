using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Export;

/// <summary>JSON as exports write it: letters as they are, lines that end with LF everywhere, the digits of numbers as published.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Lines = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The node over several lines, without a line break at the end.</summary>
    public static string Of(JsonNode node) => Write(node, Lines);

    public static string Short(JsonNode node) => Write(node, OneLine);

    private static string Write(JsonNode node, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
            node.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
