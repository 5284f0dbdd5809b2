namespace Esms.Tests.Sending;

/// <summary>Repeats a request once, as retry libraries do: by a copy, with the options and the same body.</summary>
/// <param name="isHedge">Whether both go out at once; otherwise the second follows a failure.</param>
internal sealed class RepeatingHandler(bool isHedge) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (isHedge)
            return await HedgeAsync(base.SendAsync(CopyOf(request), cancellationToken), SecondAsync(request, cancellationToken));
        try
        {
            var answer = await base.SendAsync(CopyOf(request), cancellationToken);
            if (answer.IsSuccessStatusCode)
                return answer;
        }
        catch (HttpRequestException)
        {
            // As a retry does: what went wrong is forgotten.
        }
        return await base.SendAsync(CopyOf(request), cancellationToken);
    }

    /// <summary>The first that ends well, or else the last that failed.</summary>
    private static async Task<HttpResponseMessage> HedgeAsync(params Task<HttpResponseMessage>[] both)
    {
        var first = await Task.WhenAny(both);
        return await (first.IsCompletedSuccessfully ? first : both.Single(task => task != first));
    }

    private async Task<HttpResponseMessage> SecondAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await base.SendAsync(CopyOf(request), cancellationToken);

    private static HttpRequestMessage CopyOf(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version };
        foreach (var (name, values) in request.Headers)
            copy.Headers.TryAddWithoutValidation(name, values);
        foreach (var (name, value) in request.Options)
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        return copy;
    }
}
