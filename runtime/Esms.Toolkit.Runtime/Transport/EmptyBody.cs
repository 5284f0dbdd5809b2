using System.Net;

namespace Esms.Runtime;

/// <summary>A body with nothing in it. Apart from the others, because it needs no waiting, and is in every native app.</summary>
internal sealed class EmptyBody : WireBody
{
    public override bool IsEmpty => true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        BeginRead(stream);
        return Task.CompletedTask;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        SerializeToStreamAsync(stream, context);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => BeginRead(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}
