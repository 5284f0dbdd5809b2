using System.Globalization;
using System.Text.Json;

namespace Esms.Runtime;

/// <content>Reads numbers and switches in quotes from the bytes as they came; only one with escapes in it becomes a text first.</content>
public static partial class EsmsJson
{
    private static bool IsPlain(ref Utf8JsonReader reader) => !reader.ValueIsEscaped && !reader.HasValueSequence;

    private static bool TryParse(ref Utf8JsonReader reader, out int value) => IsPlain(ref reader)
        ? int.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        : int.TryParse(TextOf(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryParse(ref Utf8JsonReader reader, out long value) => IsPlain(ref reader)
        ? long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        : long.TryParse(TextOf(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static bool TryParse(ref Utf8JsonReader reader, out decimal value) => IsPlain(ref reader)
        ? decimal.TryParse(reader.ValueSpan, DecimalStyle, CultureInfo.InvariantCulture, out value)
        : decimal.TryParse(TextOf(ref reader), DecimalStyle, CultureInfo.InvariantCulture, out value);

    /// <summary>A switch in a number or in quotes.</summary>
    private static bool? FlagOf(ref Utf8JsonReader reader)
    {
        if (IsPlain(ref reader) && reader.ValueSpan is [var digit and ((byte)'0' or (byte)'1')])
            return digit == (byte)'1';
        return FlagOf(reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : DigitsOf(ref reader));
    }
}
