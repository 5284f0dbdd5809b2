using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Esms.Runtime;

/// <content>
/// Reads numbers and switches in quotes without making a text of them. Their bytes become characters first: .NET's parsers of bytes would be linked
/// into every native app beside those of characters, which are there anyway.
/// </content>
public static partial class EsmsJson
{
    /// <summary>Longer than any number that fits a type here.</summary>
    private const int MaxNumberLength = 64;

    private static bool TryParse(ref Utf8JsonReader reader, out int value) =>
        TryParseDigits(ref reader, out value) || TryParseSigned(ref reader, out value);

    private static bool TryParseSigned(ref Utf8JsonReader reader, out int value)
    {
        var text = IsShort(ref reader) ? Widen(reader.ValueSpan, stackalloc char[MaxNumberLength]) : TextOf(ref reader).AsSpan();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParse(ref Utf8JsonReader reader, out long value)
    {
        var text = IsShort(ref reader) ? Widen(reader.ValueSpan, stackalloc char[MaxNumberLength]) : TextOf(ref reader).AsSpan();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryParse(ref Utf8JsonReader reader, out decimal value)
    {
        var text = IsShort(ref reader) ? Widen(reader.ValueSpan, stackalloc char[MaxNumberLength]) : TextOf(ref reader).AsSpan();
        return decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A result code, which a peer may have padded, or made a fraction of that is none: " 100", "100.0".</summary>
    private static bool TryParseCode(ref Utf8JsonReader reader, out int code)
    {
        if (TryParseDigits(ref reader, out code))
            return true;
        const NumberStyles Padded = DecimalStyle | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var text = reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : DigitsOf(ref reader);
        return int.TryParse(text, Padded, CultureInfo.InvariantCulture, out code);
    }

    /// <summary>A switch in a number or in quotes.</summary>
    private static bool? FlagOf(ref Utf8JsonReader reader)
    {
        if (IsPlain(ref reader) && reader.ValueSpan is [var digit and ((byte)'0' or (byte)'1')])
            return digit == (byte)'1';
        return FlagOf(reader.TokenType == JsonTokenType.String ? TextOf(ref reader) : DigitsOf(ref reader));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(ref Utf8JsonReader reader) => !reader.ValueIsEscaped && !reader.HasValueSequence;

    /// <summary>A few digits and nothing else, as in each result code.</summary>
    private static bool TryParseDigits(ref Utf8JsonReader reader, out int value)
    {
        const int MostDigits = 9; // All numbers of so many digits fit.
        value = 0;
        var digits = reader.ValueSpan;
        if (!IsPlain(ref reader) || digits.Length is 0 or > MostDigits)
            return false;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + (digit - '0');
        }
        return true;
    }

    private static bool IsShort(ref Utf8JsonReader reader) => IsPlain(ref reader) && reader.ValueSpan.Length <= MaxNumberLength;

    /// <summary>A byte that is not ASCII becomes a character that no number has.</summary>
    private static ReadOnlySpan<char> Widen(ReadOnlySpan<byte> bytes, Span<char> buffer)
    {
        for (var i = 0; i < bytes.Length; i++)
            buffer[i] = (char)bytes[i];
        return buffer[..bytes.Length];
    }
}
