namespace Esms.Runtime;

/// <summary>Hands requests to a handler that has none under it, and is the wire itself: only what it does with sends is watched.</summary>
/// <param name="wire">What sends.</param>
/// <param name="ownsHandler">Whether it is disposed of with this.</param>
internal sealed class WatchedWire(HttpMessageHandler wire, bool ownsHandler) : Pipeline(wire, ownsHandler)
{
#pragma warning disable CA2213 // It has nothing to dispose of but the handler, which is the caller's.
    private readonly WireHandler _watch = new(wire);
#pragma warning restore CA2213

    public override HttpMethod MethodOf(EsmsEndpoint endpoint) => endpoint.Repeat == EsmsRepeat.Safe ? endpoint.Method : new WireRecord(endpoint);

    public override Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        var sending = request.Method is WireRecord record
            ? _watch.PassAsync(record, request, cancellationToken)
            : base.ExchangeAsync(request, cancellationToken);
        return RedirectGuard.Check(sending, request, address);
    }
}
