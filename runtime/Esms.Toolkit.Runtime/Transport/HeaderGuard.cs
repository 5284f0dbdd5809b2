namespace Esms.Runtime;

/// <summary>
/// Stands below handlers of the caller's. eSMS takes its keys in addresses and bodies and looks at no such header, so what a handler for all clients puts there
/// is the application's own: the cookies and the authorization of its users.
/// </summary>
internal sealed class HeaderGuard(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("Authorization");
        request.Headers.Remove("Cookie");
        request.Headers.Remove("Proxy-Authorization");
        // The only one of them that .NET takes there.
        request.Content?.Headers.Remove("Cookie");
        return base.SendAsync(request, cancellationToken);
    }
}
