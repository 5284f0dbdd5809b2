using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Esms.Toolkit.Contract.Json;

namespace Esms.Cli;

/// <summary>JSON for people and programs: indented, and with Vietnamese letters as they are.</summary>
internal static class JsonOutput
{
    /// <param name="write">Writes the members of the outermost object.</param>
    public static string Write(Action<Utf8JsonWriter> write) => WriteValue(writer =>
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });

    /// <summary>The same value, indented.</summary>
    public static string Indent(JsonNode node) => WriteValue(writer => JsonNodeWriter.Write(writer, node));

    private static string WriteValue(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
