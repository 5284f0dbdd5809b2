using System.Buffers;
using System.Net;

namespace Esms.Runtime;

/// <summary>
/// A body in a pooled buffer. The buffer goes back, empty, when the request is disposed of and nobody is writing it out any more: a handler
/// that hedges, or a protocol that answers before it has all, may still be at it. After a write that failed it is left to the collector.
/// </summary>
internal sealed class JsonBody : WireBody
{
    private readonly byte[] _buffer;
    private readonly int _length;

    /// <summary>Who holds the buffer: the request, and each one who is writing it out.</summary>
    private int _holders = 1;

    private int _isDisposed;

    /// <param name="buffer">A buffer of the shared pool, which is this object's from now on.</param>
    /// <param name="length">How much of it is the body.</param>
    /// <param name="contentType">What the body calls itself.</param>
    public JsonBody(byte[] buffer, int length, string contentType)
    {
        _buffer = buffer;
        _length = length;
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    public override bool IsEmpty => _length == 0;

    private ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        BeginRead(stream);
        await stream.WriteAsync(Bytes, cancellationToken).ConfigureAwait(false);
        LetGo();
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Hold();
        BeginRead(stream);
        stream.Write(Bytes.Span);
        LetGo();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isDisposed, 1) == 0)
            LetGo();
        base.Dispose(disposing);
    }

    private void Hold()
    {
        int holders;
        do
        {
            holders = Volatile.Read(ref _holders);
            ObjectDisposedException.ThrowIf(holders == 0, this);
        } while (Interlocked.CompareExchange(ref _holders, holders + 1, holders) != holders);
    }

    private void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) > 0)
            return;
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
