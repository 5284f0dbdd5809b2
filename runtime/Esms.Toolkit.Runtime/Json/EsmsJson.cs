using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// Reads the values of an answer. It forgives what this service does (a number as text, a text as number, null for nothing) and
/// never guesses: a value that cannot be read is an error.
/// </summary>
/// <remarks>Called by generated code. Each method moves the reader from the name of a member onto its value.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class EsmsJson
{
    /// <summary>Demands that the reader stands on the beginning of an object.</summary>
    /// <param name="reader">The reader.</param>
    public static void ExpectObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unreadable(ref reader, "an object");
    }

    /// <summary>Moves to the name of the next member.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>False at the end of the object.</returns>
    public static bool ReadMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Passes over the value of a member that the contract does not know.</summary>
    /// <param name="reader">The reader.</param>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>Reads a text; a number becomes its digits.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The text, or null.</returns>
    public static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => TextOf(ref reader),
            JsonTokenType.Number => DigitsOf(ref reader),
            JsonTokenType.Null => null,
            _ => throw Unreadable(ref reader, "a text"),
        };
    }

    /// <summary>Reads a whole number of 32 bits, also one in quotes.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number, or null.</returns>
    public static int? ReadInt32(ref Utf8JsonReader reader)
    {
        reader.Read();
        int value;
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out value) => value,
            JsonTokenType.String when int.TryParse(TextOf(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) => value,
            JsonTokenType.Null => null,
            _ => throw Unreadable(ref reader, "a whole number of 32 bits"),
        };
    }

    /// <summary>Reads a whole number of 64 bits, also one in quotes.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number, or null.</returns>
    public static long? ReadInt64(ref Utf8JsonReader reader)
    {
        reader.Read();
        long value;
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out value) => value,
            JsonTokenType.String when long.TryParse(TextOf(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) => value,
            JsonTokenType.Null => null,
            _ => throw Unreadable(ref reader, "a whole number of 64 bits"),
        };
    }

    /// <summary>Reads a decimal number, also one in quotes; its trailing zeros stay.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The number, or null.</returns>
    public static decimal? ReadDecimal(ref Utf8JsonReader reader)
    {
        reader.Read();
        decimal value;
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out value) => value,
            JsonTokenType.String when decimal.TryParse(TextOf(ref reader), DecimalStyle, CultureInfo.InvariantCulture, out value) => value,
            JsonTokenType.Null => null,
            _ => throw Unreadable(ref reader, "a decimal number"),
        };
    }

    /// <summary>Reads true or false, also in quotes, or as 1 and 0.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value, or null.</returns>
    public static bool? ReadBoolean(ref Utf8JsonReader reader)
    {
        reader.Read();
        bool value;
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number when reader.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
            JsonTokenType.String when bool.TryParse(TextOf(ref reader), out value) => value,
            JsonTokenType.Null => null,
            _ => throw Unreadable(ref reader, "true or false"),
        };
    }

    /// <summary>Reads a result code, a text or a number.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The code, named or not, or null.</returns>
    public static EsmsResultCode? ReadResultCode(ref Utf8JsonReader reader) => (EsmsResultCode?)ReadInt32(ref reader);

    /// <summary>The code of an answer that was read to its end.</summary>
    /// <param name="reader">The reader, on the end of the answer.</param>
    /// <param name="code">The code that was found.</param>
    /// <param name="refusal">The text of a refusal without a code that was found.</param>
    /// <param name="member">The name of the member that should have had the code.</param>
    /// <returns>The code; <see cref="EsmsResultCode.Unspecified"/> for a refusal without one.</returns>
    /// <exception cref="JsonException">Neither was found: nobody can tell what this answer means.</exception>
    public static EsmsResultCode RequireResultCode(ref Utf8JsonReader reader, EsmsResultCode? code, string? refusal, string member)
    {
        if (code is { } found)
            return found;
        return refusal is null ? throw Missing(ref reader, member) : EsmsResultCode.Unspecified;
    }

    /// <summary>Demands a member that every accepted answer has.</summary>
    /// <param name="reader">The reader, on the end of the object.</param>
    /// <param name="isPresent">Whether a value was found.</param>
    /// <param name="member">The name of the member.</param>
    /// <exception cref="JsonException">The member is missing or null.</exception>
    public static void Require(ref Utf8JsonReader reader, bool isPresent, string member)
    {
        if (!isPresent)
            throw Missing(ref reader, member);
    }

    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static EsmsJsonException Missing(ref Utf8JsonReader reader, string member) =>
        new("the member is missing", reader.TokenStartIndex, member);

    /// <summary>Names what was wanted and what kind of value stands there; the value itself may be private and stays out.</summary>
    private static EsmsJsonException Unreadable(ref Utf8JsonReader reader, string wanted) =>
        new($"{wanted} was expected, and {KindOf(reader.TokenType)} was found that is none", reader.TokenStartIndex);

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new EsmsJsonException("a text was found that is not valid Unicode", reader.TokenStartIndex);
        }
    }

    private static string DigitsOf(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);

    private static string KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}
