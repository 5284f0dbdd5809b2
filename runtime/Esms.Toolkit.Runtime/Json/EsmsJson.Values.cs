using System.Globalization;
using System.Text.Json;

namespace Esms.Runtime;

/// <content>Reads single values.</content>
public static partial class EsmsJson
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a text.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: a number, which becomes its digits.</param>
    /// <returns>The text, or null.</returns>
    public static string? ReadString(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        return StringOf(ref reader, accept);
    }

    /// <summary>Reads what the service says about its answer: one of a few sentences, of which the usual ones are not made anew each time.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: a number, which becomes its digits.</param>
    /// <returns>The text, or null.</returns>
    public static string? ReadMessage(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        var isUsual = reader.TokenType == JsonTokenType.String && IsPlain(ref reader) && !IsNothing(ref reader, accept);
        return (isUsual ? MessageCache.Find(reader.ValueSpan) : null) ?? StringOf(ref reader, accept);
    }

    /// <summary>Reads a whole number of 32 bits.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: the number in quotes.</param>
    /// <returns>The number, or null.</returns>
    public static int? ReadInt32(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        int value;
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt32(out value) => value,
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.String when Accepts(ref reader, accept, EsmsAccept.Text) && TryParse(ref reader, out value) => value,
            _ => Refuse<int?>(ref reader, "a whole number of 32 bits"),
        };
    }

    /// <summary>Reads a whole number of 64 bits.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: the number in quotes.</param>
    /// <returns>The number, or null.</returns>
    public static long? ReadInt64(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        long value;
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out value) => value,
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.String when Accepts(ref reader, accept, EsmsAccept.Text) && TryParse(ref reader, out value) => value,
            _ => Refuse<long?>(ref reader, "a whole number of 64 bits"),
        };
    }

    /// <summary>Reads a decimal number; its trailing zeros stay.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: the number in quotes.</param>
    /// <returns>The number, or null.</returns>
    public static decimal? ReadDecimal(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        decimal value;
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out value) => value,
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.String when Accepts(ref reader, accept, EsmsAccept.Text) && TryParse(ref reader, out value) => value,
            _ => Refuse<decimal?>(ref reader, "a decimal number"),
        };
    }

    /// <summary>Reads true or false.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: 0 and 1, or any of these in quotes.</param>
    /// <returns>The value, or null.</returns>
    public static bool? ReadBoolean(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.Number when Accepts(ref reader, accept, EsmsAccept.Number) && FlagOf(ref reader) is { } flag => flag,
            JsonTokenType.String when Accepts(ref reader, accept, EsmsAccept.Text) && FlagOf(ref reader) is { } flag => flag,
            _ => Refuse<bool?>(ref reader, "true or false"),
        };
    }

    /// <summary>Reads 0 or 1.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="accept">What else is accepted: true and false, or any of these in quotes.</param>
    /// <returns>The value, or null.</returns>
    public static bool? ReadFlag(ref Utf8JsonReader reader, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number when FlagOf(ref reader) is { } flag => flag,
            JsonTokenType.True when Accepts(ref reader, accept, EsmsAccept.Boolean) => true,
            JsonTokenType.False when Accepts(ref reader, accept, EsmsAccept.Boolean) => false,
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.String when Accepts(ref reader, accept, EsmsAccept.Text) && FlagOf(ref reader) is { } flag => flag,
            _ => Refuse<bool?>(ref reader, "0 or 1"),
        };
    }

    /// <summary>Reads a date.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="accept">What else is accepted: a number, which counts milliseconds unless the date is written in digits alone.</param>
    /// <returns>The date in Vietnam's zone, or null.</returns>
    public static DateTimeOffset? ReadDate(ref Utf8JsonReader reader, EsmsDateFormat format, EsmsAccept accept = EsmsAccept.None)
    {
        reader.Read();
        DateTimeOffset date;
        return reader.TokenType switch
        {
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.String when EsmsText.TryParseDate(TextOf(ref reader), format, out date) => date,
            JsonTokenType.Number
                when Accepts(ref reader, accept, EsmsAccept.Number)
                    && EsmsText.TryParseDate(DigitsOf(ref reader), EsmsText.FormatOfNumber(format), out date) => date,
            _ => Refuse<DateTimeOffset?>(ref reader, "a date"),
        };
    }

    /// <summary>Reads a duration.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="unit">What the number counts.</param>
    /// <param name="accept">What else is accepted: the number in quotes.</param>
    /// <returns>The duration, or null.</returns>
    public static TimeSpan? ReadDuration(ref Utf8JsonReader reader, TimeSpan unit, EsmsAccept accept = EsmsAccept.None) =>
        ReadInt32(ref reader, accept) is { } count ? EsmsText.DurationOf(count, unit) ?? Refuse<TimeSpan?>(ref reader, "a duration") : null;

    /// <summary>
    /// Reads a result code: a whole number as text or as number, whichever of them the contract has, because every answer depends on it. Blanks around
    /// it and zeros that change nothing do no harm.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="own">The form in which the contract has it; the other one is counted.</param>
    /// <returns>The code, named or not, or null.</returns>
    public static EsmsResultCode? ReadResultCode(ref Utf8JsonReader reader, EsmsAccept own)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (!TryParseCode(ref reader, out var code))
        {
            Refuse(ref reader, "a result code", isCode: true);
            return null;
        }
        var form = reader.TokenType == JsonTokenType.String ? EsmsAccept.Text : EsmsAccept.Number;
        _ = Accepts(ref reader, form & ~own, form);
        return (EsmsResultCode)code;
    }

    /// <summary>Reads an object with free names and texts as values.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The names and values, or null.</returns>
    public static IReadOnlyDictionary<string, string>? ReadMap(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        ExpectObject(ref reader);
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        while (ReadMember(ref reader))
        {
            var name = TextOf(ref reader);
            map[name] = Item(ref reader, ReadString(ref reader));
        }
        return map;
    }

    /// <summary>Reads a list of objects with the members key and value.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The keys and values, or null.</returns>
    public static IReadOnlyDictionary<string, string>? ReadPairs(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (!IsList(ref reader))
            return null;
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        while (HasItem(ref reader))
        {
            string? key = null,
                value = null;
            reader.Read();
            ExpectObject(ref reader);
            while (ReadMember(ref reader))
            {
                if (TextEquals(ref reader, "key"u8))
                    key = ReadString(ref reader);
                else if (TextEquals(ref reader, "value"u8))
                    value = ReadString(ref reader);
                else
                    Refuse(ref reader, "a key with its value");
            }
            Require(ref reader, key is not null, "key");
            Require(ref reader, value is not null, "value");
            if (key is not null)
                map[key] = value!;
        }
        return map;
    }

    /// <summary>Reads JSON inside a text.</summary>
    /// <typeparam name="T">What the JSON describes.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>The text and what its JSON says, or null.</returns>
    public static EsmsEmbedded<T>? ReadEmbedded<T>(ref Utf8JsonReader reader, EsmsJsonRead<T> read)
        where T : class
    {
        if (ReadString(ref reader) is not { } text)
            return null;
        // Offsets inside of the text are none of the answer, so what is met there is not noted.
        var (watch, members) = (DriftWatch.Pause(), UnreadableMembers.Pause());
        var embedded = EmbeddedJson.Parse(text, read);
        DriftWatch.Resume(watch);
        UnreadableMembers.Resume(members);
        return embedded;
    }

    /// <summary>
    /// Whether a form is accepted, in which the value stands there. That it does is worth telling, for the contract's own form is another.
    /// </summary>
    private static bool Accepts(ref Utf8JsonReader reader, EsmsAccept accept, EsmsAccept form)
    {
        if ((accept & form) == 0)
            return false;
        if (Telemetry.WatchesDrift)
            DriftWatch.Note(
                reader.TokenStartIndex,
                form switch
                {
                    EsmsAccept.Text => "text",
                    EsmsAccept.Number => "number",
                    _ => "boolean",
                }
            );
        return true;
    }

    private static string? StringOf(ref Utf8JsonReader reader, EsmsAccept accept) =>
        reader.TokenType switch
        {
            _ when IsNothing(ref reader, accept) => null,
            JsonTokenType.String => TextOf(ref reader),
            JsonTokenType.Number when Accepts(ref reader, accept, EsmsAccept.Number) => DigitsOf(ref reader),
            _ => Refuse<string?>(ref reader, "a text"),
        };

    private static bool IsNothing(ref Utf8JsonReader reader, EsmsAccept accept) =>
        reader.TokenType == JsonTokenType.Null
        || ((accept & EsmsAccept.NullText) != 0 && reader.TokenType == JsonTokenType.String && TextEquals(ref reader, "null"u8));

    private static bool? FlagOf(string text) =>
        text switch
        {
            "1" => true,
            "0" => false,
            _ when bool.TryParse(text, out var value) => value,
            _ => null,
        };
}
