using System.Text.Json;

namespace Esms.Runtime;

/// <content>Reads and compares texts, of which the peer may have sent one that is none: a lone surrogate, or bytes that are no UTF-8.</content>
public static partial class EsmsJson
{
    /// <summary>Compares with a text. One that is none is equal to no other.</summary>
    internal static bool TextEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            if (!UnreadableMembers.Note(ref reader))
                throw new EsmsJsonException("a text was found that is not valid Unicode", reader.TokenStartIndex);
            return string.Empty;
        }
    }

    /// <summary>The name of a member; one that is no text is a name that no contract has, and stays as it came.</summary>
    private static string NameTextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return RawJson.TokenOf(ref reader);
        }
    }
}
