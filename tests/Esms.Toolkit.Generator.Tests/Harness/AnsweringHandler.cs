namespace Esms.Toolkit.Tests.Harness;

/// <summary>Answers every request with one body, and keeps the address that was asked.</summary>
internal sealed class AnsweringHandler(string body) : HttpMessageHandler
{
    public Uri? Asked { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request.RequestUri;
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent(body) });
    }
}
