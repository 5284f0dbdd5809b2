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

    private const char None = '\0';

    /// <summary>A buffer that one long address has made larger than this is not kept.</summary>
    private const int MaxKept = 16 * 1024;

    /// <summary>What stands for itself in a value, so that most values need no encoding.</summary>
    private static readonly SearchValues<char> Unreserved = SearchValues.Create("-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The buffer of this thread, away while it is in use.</summary>
    [ThreadStatic]
    private static char[]? _kept;

    private readonly EsmsCall _call;
    private char[] _buffer;
    private int _length;

    /// <summary>What stands before the next parameter; <see cref="None"/> before the first of a form.</summary>
    private char _separator;

    private EsmsParameters(EsmsCall call, char separator)
    {
        _call = call;
        _separator = separator;
        _buffer = _kept ?? new char[FirstSize];
        _kept = null;
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
        if (value is null or "" or "." or "..")
            throw new ArgumentException($"{property} is a part of the address, and can be neither empty nor dots.", property);
        AppendChanging(HttpStack.Escape(value));
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
        if (value is { } given)
            AddEncoded(name, given.AsSpan().ContainsAnyExcept(Unreserved) ? HttpStack.Escape(given) : given);
    }

    internal static EsmsParameters ForAddress(string baseAddress, EsmsCall call)
    {
        var parameters = new EsmsParameters(call, '?');
        parameters.Append(baseAddress);
        return parameters;
    }

    internal static EsmsParameters ForForm(EsmsCall call) => new(call, None);

    /// <summary>Ends the work. The buffer, which had the keys in it, is kept empty.</summary>
    internal string ToText()
    {
        var text = new string(_buffer, 0, _length);
        Release();
        return text;
    }

    private void AddEncoded(scoped ReadOnlySpan<char> name, string encoded)
    {
        IsFixed = false;
        if (name.Length + encoded.Length + 2 > _buffer.Length - _length)
            Grow(name.Length + encoded.Length + 2);
        var target = _buffer.AsSpan(_length);
        var at = 0;
        if (_separator != None)
            target[at++] = _separator;
        name.CopyTo(target[at..]);
        at += name.Length;
        target[at++] = '=';
        encoded.CopyTo(target[at..]);
        _length += at + encoded.Length;
        _separator = '&';
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
        var larger = new char[Math.Max(_length + needed, _buffer.Length * 2)];
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer.AsSpan(0, _length).Clear();
        _buffer = larger;
    }

    private void Release()
    {
        _buffer.AsSpan(0, _length).Clear();
        if (_buffer.Length <= MaxKept)
            _kept = _buffer;
        _buffer = [];
        _length = 0;
    }
}
