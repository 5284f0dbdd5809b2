using System.Text.Json;

namespace Esms.Runtime;

/// <content>Reads and compares texts, of which the peer may have sent one that is none: half of a character, or bytes that are no UTF-8.</content>
public static partial class EsmsJson
{
    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode(ref reader);
        }
    }

    /// <summary>Compares, and takes half of a character for what it is: an answer that cannot be read.</summary>
    private static bool TextEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode(ref reader);
        }
    }

    private static EsmsJsonException NotUnicode(ref Utf8JsonReader reader) =>
        new("a text was found that is not valid Unicode", reader.TokenStartIndex);
}
