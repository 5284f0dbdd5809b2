using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// Reads JSON inside a text, in each of the forms in which this service sends it: plain, as a JSON text that holds JSON, percent-encoded
/// once more, and with other text glued behind it. What cannot be read stays text: nothing is lost.
/// </summary>
internal static class EmbeddedJson
{
    public static EsmsEmbedded<T> Parse<T>(string text, EsmsJsonRead<T> read)
        where T : class
    {
        var decoded = text.StartsWith('%') ? Uri.UnescapeDataString(text) : text;
        var bytes = Encoding.UTF8.GetBytes(decoded);
        if (TryReadText(bytes) is { } inner)
            bytes = Encoding.UTF8.GetBytes(inner);
        try
        {
            // Not the final block: otherwise the text behind the JSON would be an error.
            var end = new Utf8JsonReader(bytes, isFinalBlock: false, default);
            if (!end.Read() || end.TokenType != JsonTokenType.StartObject || !end.TrySkip())
                return new EsmsEmbedded<T>(text);
            var length = (int)end.BytesConsumed;
            // The final block: only there a reader can skip members.
            var reader = new Utf8JsonReader(bytes.AsSpan(0, length));
            reader.Read();
            var value = UnreadableMembers.ReadAround(ref reader, read);
            var rest = Encoding.UTF8.GetString(bytes.AsSpan(length)).Trim();
            return new EsmsEmbedded<T>(text, value, rest.Length == 0 ? null : rest);
        }
        catch (JsonException)
        {
            return new EsmsEmbedded<T>(text);
        }
    }

    private static string? TryReadText(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] != (byte)'"')
            return null;
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
