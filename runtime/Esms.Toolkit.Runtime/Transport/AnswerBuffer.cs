namespace Esms.Runtime;

/// <summary>
/// Takes the bytes of an answer, up to a limit. Being written to spares the stream, and the task around it, that reading an answer would
/// make for each call.
/// </summary>
internal sealed class AnswerBuffer : SpanStream
{
    private const int FirstSize = 4096;

    /// <summary>A buffer that one large answer has made larger than this is not kept.</summary>
    private const int MaxKept = 64 * 1024;

    private byte[] _buffer = new byte[FirstSize];
    private int _length;
    private int _limit;

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = _buffer.AsSpan(0, _length);
            return bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <summary>Gets ready for another answer.</summary>
    /// <param name="limit">The most bytes that it may have.</param>
    public void Reset(int limit)
    {
        if (_buffer.Length > MaxKept)
            _buffer = new byte[FirstSize];
        _length = 0;
        _limit = limit;
    }

    /// <exception cref="ResponseTooLargeException">There are more bytes than the limit.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > _limit - _length)
            throw new ResponseTooLargeException();
        if (buffer.Length > _buffer.Length - _length)
            Array.Resize(ref _buffer, (int)Math.Min(Math.Max(_length + buffer.Length, _buffer.Length * 2L), _limit));
        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
