using System.Net;

namespace Esms.Runtime;

/// <summary>A body in an array.</summary>
/// <param name="bytes">The body.</param>
internal sealed class BytesBody(byte[] bytes) : WireBody
{
    public override bool IsEmpty => bytes.Length == 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeginRead(stream);
        return stream.WriteAsync(bytes, 0, bytes.Length, cancellationToken);
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        BeginRead(stream);
        stream.Write(bytes, 0, bytes.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
