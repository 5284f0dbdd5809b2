using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>Copies JSON as text, token by token, with every escape and digit as it came.</summary>
/// <remarks>JsonElement would do it too, and would add JsonDocument to every native app for a member that is hardly ever met.</remarks>
internal static class RawJson
{
    /// <summary>Copies the value that the reader stands on, and moves to its end.</summary>
    public static string Copy(ref Utf8JsonReader reader)
    {
        var text = new StringBuilder();
        var depth = reader.CurrentDepth;
        var needsComma = false;
        do
        {
            var closes = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (needsComma && !closes)
                text.Append(',');
            Append(text, ref reader);
            needsComma = reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
        } while ((reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.Read());
        return text.ToString();
    }

    /// <summary>The token as it came.</summary>
    public static string TokenOf(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    private static void Append(StringBuilder text, ref Utf8JsonReader reader)
    {
        var raw = TokenOf(ref reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                text.Append('"').Append(raw).Append("\":");
                break;
            case JsonTokenType.String:
                text.Append('"').Append(raw).Append('"');
                break;
            default:
                text.Append(raw);
                break;
        }
    }
}
