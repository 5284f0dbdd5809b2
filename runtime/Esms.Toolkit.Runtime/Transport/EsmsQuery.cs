using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>
/// Puts an address together. Every value is percent-encoded byte for byte, so it arrives as it was given whatever it contains.
/// </summary>
/// <remarks>Used by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EsmsQuery
{
    private readonly string _apiKey;
    private readonly string _secretKey;
    private DefaultInterpolatedStringHandler _text;
    private bool _hasParameters;

    internal EsmsQuery(string baseAddress, string path, string apiKey, string secretKey)
    {
        _apiKey = apiKey;
        _secretKey = secretKey;
        _text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        _text.AppendLiteral(baseAddress);
        _text.AppendLiteral(path);
    }

    /// <summary>Adds the API key of the account.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddApiKey(string name) => AddEncoded(name, _apiKey);

    /// <summary>Adds the secret key of the account.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddSecretKey(string name) => AddEncoded(name, _secretKey);

    /// <summary>Adds a text that must be there.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="property">The name of the property that has the value.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is null or empty.</exception>
    public void AddRequired(string name, string property, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw new ArgumentException($"{property} is required: eSMS refuses the call without {name}.", property);
        Add(name, value);
    }

    /// <summary>Adds a text, unless it is null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, string? value)
    {
        if (value is not null)
            AddEncoded(name, Uri.EscapeDataString(value));
    }

    /// <summary>Adds a whole number, unless it is null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, long? value)
    {
        if (value is { } number)
            AddEncoded(name, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Adds a decimal number, unless it is null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, decimal? value)
    {
        if (value is { } number)
            AddEncoded(name, number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Adds <c>true</c> or <c>false</c>, unless it is null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, bool? value)
    {
        if (value is { } flag)
            AddEncoded(name, flag ? "true" : "false");
    }

    internal string ToAddress() => _text.ToStringAndClear();

    private void AddEncoded(string name, string encoded)
    {
        _text.AppendLiteral(_hasParameters ? "&" : "?");
        _hasParameters = true;
        _text.AppendLiteral(name);
        _text.AppendLiteral("=");
        _text.AppendLiteral(encoded);
    }
}
