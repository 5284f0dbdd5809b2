using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>
/// Puts an address or a form together. Every value is percent-encoded byte for byte, so it arrives as it was given whatever it contains.
/// </summary>
/// <remarks>Used by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EsmsParameters
{
    private readonly EsmsCredentials _credentials;
    private DefaultInterpolatedStringHandler _text;
    private string _separator;

    private EsmsParameters(EsmsCredentials credentials, string separator)
    {
        _credentials = credentials;
        _separator = separator;
        _text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
    }

    /// <summary>Adds a piece of the path as it stands.</summary>
    /// <param name="path">The piece.</param>
    public void AddPath(string path) => _text.AppendLiteral(path);

    /// <summary>Adds a value as a segment of the path.</summary>
    /// <param name="property">The name of the property that has the value.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value cannot stand in a path.</exception>
    public void AddSegment(string property, string? value)
    {
        if (string.IsNullOrEmpty(value) || value is "." or "..")
            throw new ArgumentException($"{property} is a part of the address, and can be neither empty nor dots.", property);
        _text.AppendLiteral(Uri.EscapeDataString(value));
    }

    /// <summary>Adds the API key as a segment of the path.</summary>
    public void AddApiKeySegment() => _text.AppendLiteral(_credentials.EncodedApiKey);

    /// <summary>Adds the secret key as a segment of the path.</summary>
    public void AddSecretKeySegment() => _text.AppendLiteral(_credentials.EncodedSecretKey);

    /// <summary>Adds the API key of the account.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddApiKey(string name) => AddEncoded(name, _credentials.EncodedApiKey);

    /// <summary>Adds the secret key of the account.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddSecretKey(string name) => AddEncoded(name, _credentials.EncodedSecretKey);

    /// <summary>Adds a value, unless it is null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, string? value)
    {
        if (value is not null)
            AddEncoded(name, Uri.EscapeDataString(value));
    }

    internal static EsmsParameters ForAddress(string baseAddress, EsmsCredentials credentials)
    {
        var parameters = new EsmsParameters(credentials, "?");
        parameters.AddPath(baseAddress);
        return parameters;
    }

    internal static EsmsParameters ForForm(EsmsCredentials credentials) => new(credentials, string.Empty);

    internal string ToText() => _text.ToStringAndClear();

    private void AddEncoded(string name, string encoded)
    {
        _text.AppendLiteral(_separator);
        _separator = "&";
        _text.AppendLiteral(name);
        _text.AppendLiteral("=");
        _text.AppendLiteral(encoded);
    }
}
