using System.Net;

namespace Esms.Runtime;

/// <content>What .NET has and .NET Framework has not: a synchronous way to send, and HTTP/2.</content>
internal sealed partial class WireHandler
{
    /// <summary>By the other way, which is watched; the guards under this handler are passed by it, too.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    static partial void TakeHttp1(HttpRequestMessage request)
    {
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }
}
