namespace Esms;

/// <summary>JSON that the service sends inside a text, sometimes with other text glued behind it.</summary>
/// <typeparam name="T">What the JSON describes.</typeparam>
public sealed class EsmsEmbedded<T>
    where T : class
{
    /// <summary>Makes a value of its parts.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="value">What its JSON says; null when it has none that can be read.</param>
    /// <param name="rest">The text behind the JSON; null when there is none.</param>
    public EsmsEmbedded(string text, T? value = null, string? rest = null)
    {
        Text = text;
        Value = value;
        Rest = rest;
    }

    /// <summary>The text as it came, whole.</summary>
    public string Text { get; }

    /// <summary>What the JSON says; null when the text has none that can be read.</summary>
    public T? Value { get; }

    /// <summary>The text behind the JSON, such as an error message or a date; null when there is none.</summary>
    public string? Rest { get; }
}
