namespace Esms.Runtime;

/// <summary>
/// Hands requests to the handlers. It takes the place of HttpMessageInvoker, which tells every request with its whole address, keys and all, to
/// listeners of .NET's event source System.Net.Http (before .NET 9; the path still since).
/// </summary>
/// <param name="handler">The first of the handlers.</param>
/// <param name="ownsHandler">Whether it is disposed of with this.</param>
internal class Pipeline(HttpMessageHandler handler, bool ownsHandler) : DelegatingHandler(handler)
{
    public bool IsClosed { get; private set; }

    /// <summary>The method of a request: a <see cref="WatchedMethod"/>, unless the request goes out once for certain, or may go out as often as one likes.</summary>
    public virtual HttpMethod MethodOf(EsmsEndpoint endpoint) => endpoint.Method;

    public virtual Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        // Its own disposing disposes of the handler under it.
        if (ownsHandler)
            base.Dispose(disposing);
    }
}
