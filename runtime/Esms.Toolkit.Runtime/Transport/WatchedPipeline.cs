namespace Esms.Runtime;

/// <summary>Hands requests to handlers of others, which may repeat, copy, answer or lose them.</summary>
/// <param name="handler">The first of the handlers.</param>
/// <param name="ownsHandler">Whether it is disposed of with this.</param>
internal sealed class WatchedPipeline(HttpMessageHandler handler, bool ownsHandler) : Pipeline(handler, ownsHandler)
{
    /// <summary>Makes a pipeline over handlers that others made.</summary>
    /// <param name="handler">The first of the handlers.</param>
    /// <param name="ownsHandler">Whether it is disposed of with this.</param>
#pragma warning disable CA2000 // What is put under handlers of others has nothing to dispose of but them.
    public static Pipeline Over(HttpMessageHandler handler, bool ownsHandler) =>
        IsDirect(handler) ? new Pipeline(handler, ownsHandler) : new WatchedPipeline(WireHandler.PutUnder(handler), ownsHandler);
#pragma warning restore CA2000

    public override HttpMethod MethodOf(EsmsEndpoint endpoint) =>
        endpoint.Repeat == EsmsRepeat.Safe ? SafeMethod.Of(endpoint.Method) : new WireRecord(endpoint);

    public override Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method is WireRecord record)
            WireHandler.Enter(record);
        return base.ExchangeAsync(request, cancellationToken);
    }

    /// <summary>Whether nothing is on the way that could do more with a request than send it once: the handlers of the factory itself only look on.</summary>
    private static bool IsDirect(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } next } link)
        {
            if (link is not WireHandler && link.GetType().Assembly != typeof(IHttpClientFactory).Assembly)
                return false;
            handler = next;
        }
        return HttpStack.SendsOnce(handler);
    }
}
