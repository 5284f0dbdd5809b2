namespace Esms.Toolkit.Tests.Harness;

/// <summary>Answers every request with one body, and keeps what was asked.</summary>
public sealed class AnsweringHandler(string body) : HttpMessageHandler
{
    public Uri? Asked { get; private set; }

    /// <summary>The body that was sent, behind its media type.</summary>
    public string? Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request.RequestUri;
        Sent = request.Content is null
            ? null
            : $"{request.Content.Headers.ContentType}: {await request.Content.ReadAsStringAsync(cancellationToken)}";
        return new HttpResponseMessage { Content = new StringContent(body) };
    }
}
