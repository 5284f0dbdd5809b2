namespace Esms.Runtime;

/// <summary>The last handler before the wire: nothing goes out that it does not see.</summary>
internal sealed class SendCountHandler(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SendCount.Next(request);
        return base.SendAsync(request, cancellationToken);
    }
}
