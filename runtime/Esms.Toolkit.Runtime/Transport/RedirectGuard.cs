namespace Esms.Runtime;

/// <summary>
/// Stands over a handler of a class that is not known, which may follow redirects. The answer of another address is not believed: who redirects chooses what it
/// says. The keys have gone there already, so the application is warned of such a handler when it starts to use it.
/// </summary>
internal sealed class RedirectGuard(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        return Check(base.SendAsync(request, cancellationToken), request, address);
    }

    /// <summary>Refuses the answer of another address than the one that a request had.</summary>
    public static Task<HttpResponseMessage> Check(Task<HttpResponseMessage> sending, HttpRequestMessage request, Uri? address) =>
        sending.Status == TaskStatus.RanToCompletion && request.RequestUri == address ? sending : CheckAsync(sending, request, address);

    private static async Task<HttpResponseMessage> CheckAsync(Task<HttpResponseMessage> sending, HttpRequestMessage request, Uri? address)
    {
        var answer = await sending.ConfigureAwait(false);
        if (request.RequestUri == address)
            return answer;
        answer.Dispose();
        throw new InvalidOperationException(
            "The primary handler followed a redirect to another address, so its answer is not used. Set AllowAutoRedirect of that handler to false."
        );
    }
}
