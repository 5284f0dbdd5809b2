using System.Net;

namespace Esms.Toolkit.Peers;

/// <summary>
/// Takes each request whole and answers at once, with the same response each time. It makes nothing for a call, so that what a call takes
/// is the client's own. One call at a time.
/// </summary>
public sealed class InMemoryHandler : HttpMessageHandler
{
    private readonly ReusableContent _content;
    private readonly Task<HttpResponseMessage> _answer;

    public InMemoryHandler(ReadOnlyMemory<byte> answer)
    {
        _content = new ReusableContent(answer);
        _content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        _answer = Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = _content });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _content.Rewind();
        var sent = request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask;
        return sent.IsCompletedSuccessfully ? _answer : throw new InvalidOperationException("A body that is in memory is not written at once.");
    }

#pragma warning disable CA1816, CA2213, CA2215 // Disposing is not passed on: the response is answered with again.

    /// <summary>A body that can be read again after it was disposed.</summary>
    private sealed class ReusableContent(ReadOnlyMemory<byte> answer) : HttpContent
    {
        private readonly ReusableStream _stream = new(answer);

        public void Rewind() => _stream.Position = 0;

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(_stream);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(answer).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = answer.Length;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    private sealed class ReusableStream(ReadOnlyMemory<byte> bytes) : MemoryStream(bytes.ToArray(), writable: false)
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
#pragma warning restore CA1816, CA2213, CA2215
}
