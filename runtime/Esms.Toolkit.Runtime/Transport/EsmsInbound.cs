using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>Reads a call that eSMS makes. Called by generated code.</summary>
/// <remarks>
/// Such calls come from the open network, and anyone who knows the address can make one. They are seldom repeated, so a parameter that cannot
/// be read does not cost the others: it is read as null and noted, and generated code throws <see cref="Missing"/> where it is required.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EsmsInbound
{
    private readonly string _name;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The parameters that could not be read, and what was expected of them.</summary>
    private readonly Dictionary<string, string> _unreadable = new(StringComparer.Ordinal);

    /// <summary>Takes the parameters of a call.</summary>
    /// <param name="name">The name of the call.</param>
    /// <param name="parameters">The parameters; of one that repeats the last counts.</param>
    public EsmsInbound(string name, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _name = name;
        foreach (var (key, value) in parameters)
            _values[key] = value;
    }

    /// <summary>Takes an address apart.</summary>
    /// <param name="query">The part behind the question mark.</param>
    /// <returns>The parameters, decoded once.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Decode(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (pair, string.Empty) : (pair[..equals], pair[(equals + 1)..]);
            yield return KeyValuePair.Create(Unescape(name), Unescape(value));
        }
    }

    /// <summary>Compares a signature with the one that the texts should have.</summary>
    /// <param name="text">The texts that are signed.</param>
    /// <param name="privateKey">The key.</param>
    /// <param name="signature">The signature that came.</param>
    /// <returns>Whether they are the same.</returns>
    public static bool IsSigned(string text, string privateKey, string? signature)
    {
        ArgumentException.ThrowIfNullOrEmpty(privateKey);
#pragma warning disable CA5351 // The service signs so; it guards against slips and strangers, and not against those who break MD5.
        var expected = Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(text + privateKey)));
#pragma warning restore CA5351
        // A plus sign that was not encoded arrives as a blank.
        var given = (signature ?? string.Empty).Replace(' ', '+');
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
    }

    /// <summary>Reads a text; an empty one means nothing.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The text, or null.</returns>
    public string? ReadString(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads a whole number of 32 bits.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The number, or null.</returns>
    public int? ReadInt32(string name)
    {
        if (ReadString(name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Unreadable<int>(name, "a whole number of 32 bits");
    }

    /// <summary>Reads a whole number of 64 bits.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The number, or null.</returns>
    public long? ReadInt64(string name)
    {
        if (ReadString(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Unreadable<long>(name, "a whole number of 64 bits");
    }

    /// <summary>Reads a decimal number; its trailing zeros stay.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The number, or null.</returns>
    public decimal? ReadDecimal(string name)
    {
        if (ReadString(name) is not { } text)
            return null;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : Unreadable<decimal>(name, "a decimal number");
    }

    /// <summary>Reads 0 or 1, or true or false.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The value, or null.</returns>
    public bool? ReadFlag(string name) =>
        ReadString(name) switch
        {
            null => null,
            "1" or "true" or "True" => true,
            "0" or "false" or "False" => false,
            _ => Unreadable<bool>(name, "0 or 1"),
        };

    /// <summary>Reads a date.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="format">How it is written.</param>
    /// <returns>The date in Vietnam's zone, or null.</returns>
    public DateTimeOffset? ReadDate(string name, EsmsDateFormat format)
    {
        if (ReadString(name) is not { } text)
            return null;
        return EsmsText.TryParseDate(text, format, out var date) ? date : Unreadable<DateTimeOffset>(name, "a date");
    }

    /// <summary>Reads a duration.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="unit">What the number counts.</param>
    /// <returns>The duration, or null.</returns>
    public TimeSpan? ReadDuration(string name, TimeSpan unit) =>
        ReadInt32(name) is { } count ? EsmsText.DurationOf(count, unit) ?? Unreadable<TimeSpan>(name, "a duration") : null;

    /// <summary>Reads JSON inside a text, in any of the encodings that the service uses.</summary>
    /// <typeparam name="T">What the JSON describes.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>The text and what its JSON says, or null.</returns>
    public EsmsEmbedded<T>? ReadEmbedded<T>(string name, EsmsJsonRead<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return ReadString(name) is { } text ? EmbeddedJson.Parse(text, read) : null;
    }

    /// <summary>The texts of parameters, one behind the other.</summary>
    /// <param name="names">Their names.</param>
    /// <returns>The texts.</returns>
    public string Join(params string[] names) => string.Concat(names.Select(name => _values.GetValueOrDefault(name)));

    /// <summary>
    /// The parameters that the contract does not know and those that could not be read, as JSON texts. Counts the latter as drift, so it is
    /// called once, after the others were read.
    /// </summary>
    /// <param name="known">The names that the contract knows.</param>
    /// <returns>These parameters, or null when there are none.</returns>
    public IReadOnlyDictionary<string, string>? Unknown(params string[] known)
    {
        if (Telemetry.WatchesDrift)
        {
            foreach (var name in _unreadable.Keys)
                DriftWatch.Tell(_name, "unreadable", name);
        }
        var others = _values
            .Where(pair => !known.Contains(pair.Key, StringComparer.Ordinal) || _unreadable.ContainsKey(pair.Key))
            .ToDictionary(static pair => pair.Key, static pair => JsonOf(pair.Value), StringComparer.Ordinal);
        return others.Count == 0 ? null : others;
    }

    /// <summary>Creates the error for a required parameter that is missing or could not be read.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The error.</returns>
    public EsmsProtocolException Missing(string name) =>
        new(
            _name,
            name,
            _unreadable.TryGetValue(name, out var wanted) ? $"{wanted} was expected, and a text was found that is none." : "the parameter is missing."
        );

    /// <summary>Half a character has no JSON; on the way through UTF-8 it becomes the sign for what cannot be shown.</summary>
    private static string JsonOf(string text) => $"\"{JsonEncodedText.Encode(Encoding.UTF8.GetBytes(text))}\"";

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>Notes a parameter that cannot be read.</summary>
    /// <returns>Always null.</returns>
    private T? Unreadable<T>(string name, string wanted)
        where T : struct
    {
        _unreadable[name] = wanted;
        return null;
    }
}
