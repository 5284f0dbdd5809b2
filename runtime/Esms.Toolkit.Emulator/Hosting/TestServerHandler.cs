namespace Esms.Emulator;

/// <summary>
/// Lets a client of the toolkit call a TestServer. The client writes addresses to the letter, in a way that TestServer refuses to take apart; this
/// writes them as usual.
/// </summary>
/// <param name="inner">The handler of the TestServer.</param>
public sealed class TestServerHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = new Uri(request.RequestUri!.OriginalString);
        return base.SendAsync(request, cancellationToken);
    }
}
