namespace Esms.Runtime;

/// <summary>Hands requests to handlers with a <see cref="WireHandler"/> under them.</summary>
/// <param name="handler">The first of the handlers.</param>
/// <param name="ownsHandler">Whether it is disposed of with this.</param>
/// <param name="isDirect">Whether none of them could repeat, copy, answer or lose a request.</param>
internal sealed class WatchedPipeline(HttpMessageHandler handler, bool ownsHandler, bool isDirect) : Pipeline(handler, ownsHandler)
{
    /// <summary>Makes a pipeline over handlers that others made.</summary>
    /// <param name="handler">The first of the handlers.</param>
    /// <param name="ownsHandler">Whether it is disposed of with this.</param>
#pragma warning disable CA2000 // What is put under handlers of others has nothing to dispose of but them.
    public static Pipeline Over(HttpMessageHandler handler, bool ownsHandler)
    {
        var isDirect = IsDirect(handler);
        return handler is DelegatingHandler ? new WatchedPipeline(WireHandler.PutUnder(handler), ownsHandler, isDirect)
            : isDirect ? new Pipeline(handler, ownsHandler)
            : new WatchedWire(handler, ownsHandler);
    }
#pragma warning restore CA2000

    public override HttpMethod MethodOf(EsmsEndpoint endpoint) =>
        isDirect || endpoint.Repeat == EsmsRepeat.Safe ? UnwatchedMethod.Of(endpoint.Method) : new WireRecord(endpoint);

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
