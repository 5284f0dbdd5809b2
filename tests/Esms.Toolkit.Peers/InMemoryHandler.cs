using System.Net;

namespace Esms.Toolkit.Peers;

/// <summary>Takes each request whole and answers at once, with the same bytes: what is left of a call then is the work of the client.</summary>
public sealed class InMemoryHandler(ReadOnlyMemory<byte> answer) : HttpMessageHandler
{
    /// <summary>An answer as it comes from a server, without a request. What it allocates is the transport's, and no client's.</summary>
    public Task<HttpResponseMessage> AnswerAsync()
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ReadOnlyMemoryContent(answer) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return Task.FromResult(response);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask;
        return sent.IsCompletedSuccessfully ? AnswerAsync() : throw new InvalidOperationException("A body that is in memory is not written at once.");
    }
}
