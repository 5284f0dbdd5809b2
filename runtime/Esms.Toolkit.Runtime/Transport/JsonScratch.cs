using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>A JSON writer with its buffer. Each thread keeps one, because a new pair would be most of what a request allocates.</summary>
internal sealed class JsonScratch
{
    private const int FirstSize = 1024;

    /// <summary>A buffer that one large request has made larger than this is not kept.</summary>
    private const int MaxKept = 64 * 1024;

    /// <summary>Vietnamese goes out as it is; escaping it for HTML would triple the length of a message.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static JsonScratch? _kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(FirstSize);

    private JsonScratch() => Writer = new Utf8JsonWriter(_buffer, Options);

    public Utf8JsonWriter Writer { get; }

    /// <summary>Takes the thread's own away until it comes back: code that writes may call code of users, and that may write too.</summary>
    public static JsonScratch Take()
    {
        var scratch = _kept ?? new JsonScratch();
        _kept = null;
        return scratch;
    }

    /// <summary>
    /// Moves what was written into a pooled buffer, and empties this one, which had the keys in it. Not called after a failure: what is half written
    /// is dropped.
    /// </summary>
    public (byte[] Buffer, int Length) Finish()
    {
        Writer.Flush();
        var length = _buffer.WrittenCount;
        var body = ArrayPool<byte>.Shared.Rent(length);
        _buffer.WrittenSpan.CopyTo(body);
        if (_buffer.Capacity <= MaxKept)
        {
            _buffer.Clear();
            Writer.Reset();
            _kept = this;
        }
        return (body, length);
    }
}
