using System.Net;

namespace Esms.Toolkit.Peers;

/// <summary>
/// Takes each request whole and answers at once, with the same response each time. It makes nothing for a call, so that what a call takes
/// is the client's own. One call at a time.
/// </summary>
public sealed class InMemoryHandler : HttpMessageHandler
{
    private readonly Task<HttpResponseMessage> _answer;

    public InMemoryHandler(ReadOnlyMemory<byte> answer)
    {
        var content = new ReusableContent(answer);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        _answer = Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask;
        return sent.IsCompletedSuccessfully ? _answer : throw new InvalidOperationException("A body that is in memory is not written at once.");
    }

#pragma warning disable CA2213, CA2215 // Disposing is not passed on: the response is answered with again.

    /// <summary>A body that can be read again after it was disposed.</summary>
    private sealed class ReusableContent(ReadOnlyMemory<byte> answer) : HttpContent
    {
        private readonly RewindingStream _stream = new(answer);

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_stream);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(answer).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = answer.Length;
            return true;
        }

        protected override void Dispose(bool disposing) => _stream.Position = 0;
    }

    private sealed class RewindingStream(ReadOnlyMemory<byte> bytes) : MemoryStream(bytes.ToArray(), writable: false)
    {
        protected override void Dispose(bool disposing) => Position = 0;
    }
#pragma warning restore CA2213, CA2215
}
