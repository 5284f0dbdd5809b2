namespace Esms.Toolkit.Fuzz.Answers.Trial;

/// <summary>Answers every request with the same bytes. It never fails, so a call over it has no reason for an error of transport.</summary>
internal sealed class InMemoryHandler(byte[] answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(answer) });
}
