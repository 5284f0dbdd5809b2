namespace Esms.Runtime;

/// <summary>A stream that can be written to from memory, as .NET's own can.</summary>
internal abstract class SpanStream : Stream
{
    public abstract void Write(ReadOnlySpan<byte> buffer);

    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default);
}
