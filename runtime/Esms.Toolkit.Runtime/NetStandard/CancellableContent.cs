using System.Net;

namespace Esms.Runtime;

/// <summary>A body with the ways of writing it out that .NET's own has. Nobody asks for these here, but they cost nothing.</summary>
internal abstract class CancellableContent : HttpContent
{
    protected abstract Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken);

    protected abstract void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken);
}
