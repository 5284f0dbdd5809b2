using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContractNode = Esms.Toolkit.Reader.Syntax.JsonNode;

namespace Esms.Cli;

/// <summary>JSON for people and programs: letters as they are, lines that end with LF everywhere, the digits of numbers as they came.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Lines = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The node over several lines, without a line break at the end.</summary>
    public static string Of(JsonNode node) => Write(writer => node.WriteTo(writer), Lines);

    /// <summary>The same of a node that the reader of contracts has read.</summary>
    public static string Of(ContractNode node) => Write(writer => JsonNodeWriter.Write(writer, node), Lines);

    public static string Short(JsonNode node) => Write(writer => node.WriteTo(writer), OneLine);

    /// <param name="members">Writes the members of the outermost object.</param>
    public static string Object(Action<Utf8JsonWriter> members) =>
        Write(
            writer =>
            {
                writer.WriteStartObject();
                members(writer);
                writer.WriteEndObject();
            },
            Lines
        );

    private static string Write(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
