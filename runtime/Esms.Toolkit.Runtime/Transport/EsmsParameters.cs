using System.Buffers;
using System.ComponentModel;

namespace Esms.Runtime;

/// <summary>
/// Puts an address or a form together. Every value is percent-encoded byte for byte, so it arrives as it was given whatever it contains.
/// </summary>
/// <remarks>Used by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EsmsParameters
{
    /// <summary>Enough for most addresses; longer ones make it grow.</summary>
    private const int FirstSize = 512;

    private readonly EsmsCall _call;
    private char[] _buffer;
    private int _length;
    private string _separator;

    private EsmsParameters(EsmsCall call, string separator)
    {
        _call = call;
        _separator = separator;
        _buffer = ArrayPool<char>.Shared.Rent(FirstSize);
        IsFixed = true;
    }

    /// <summary>Whether nothing was added that could be different in another call.</summary>
    internal bool IsFixed { get; private set; }

    /// <summary>Adds a piece of the path as it stands.</summary>
    /// <param name="path">The piece.</param>
    public void AddPath(string path) => Append(path);

    /// <summary>Adds a value as a segment of the path.</summary>
    /// <param name="property">The name of the property that has the value.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value cannot stand in a path.</exception>
    public void AddSegment(string property, string? value)
    {
        if (string.IsNullOrEmpty(value) || value is "." or "..")
            throw new ArgumentException($"{property} is a part of the address, and can be neither empty nor dots.", property);
        AppendChanging(Uri.EscapeDataString(value));
    }

    /// <summary>Adds the API key as a segment of the path.</summary>
    public void AddApiKeySegment() => AppendChanging(_call.Credentials.EncodedApiKey);

    /// <summary>Adds the secret key as a segment of the path.</summary>
    public void AddSecretKeySegment() => AppendChanging(_call.Credentials.EncodedSecretKey);

    /// <summary>Adds the API key of the account.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddApiKey(string name) => AddEncoded(name, _call.Credentials.EncodedApiKey);

    /// <summary>Adds the secret key of the account.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddSecretKey(string name) => AddEncoded(name, _call.Credentials.EncodedSecretKey);

    /// <summary>Adds the id of the logical send.</summary>
    /// <param name="name">The name of the parameter.</param>
    public void AddRequestId(string name) => Add(name, _call.RequestId);

    /// <summary>Adds a value, unless it is null.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, string? value)
    {
        IsFixed = false;
        if (value is not null)
            AddEncoded(name, Uri.EscapeDataString(value));
    }

    internal static EsmsParameters ForAddress(string baseAddress, EsmsCall call)
    {
        var parameters = new EsmsParameters(call, "?");
        parameters.Append(baseAddress);
        return parameters;
    }

    internal static EsmsParameters ForForm(EsmsCall call) => new(call, string.Empty);

    /// <summary>Ends the work. The buffer, which had the keys in it, goes back to the pool empty.</summary>
    internal string ToText()
    {
        var text = new string(_buffer, 0, _length);
        Release();
        return text;
    }

    private void AddEncoded(string name, string encoded)
    {
        Append(_separator);
        _separator = "&";
        Append(name);
        Append("=");
        AppendChanging(encoded);
    }

    private void AppendChanging(string text)
    {
        IsFixed = false;
        Append(text);
    }

    private void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length)
            Grow(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + needed, _buffer.Length * 2));
        var length = _length;
        _buffer.AsSpan(0, length).CopyTo(larger);
        Release();
        _buffer = larger;
        _length = length;
    }

    private void Release()
    {
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }
}
