using System.Net;
using System.Net.Http.Headers;

namespace Esms.Tests.Cancelling;

/// <summary>
/// A service in memory at which a call stops wherever it waits: for the headers, for each piece of the body, and in the pause that an error asks for.
/// The waits are numbered. A test lets the call go from one to the next, and cancels it at the one that it is about.
/// </summary>
/// <param name="target">The number of the wait that the test is about; the pauses before it are left out.</param>
/// <param name="reaction">How that wait ends.</param>
/// <param name="cancellation">The caller's.</param>
internal sealed class StoppingService(int target, Reaction reaction, CancellationTokenSource cancellation) : HttpMessageHandler
{
    private const int Pieces = 3;

    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    private readonly List<string> _waits = [];
    private Queue<Reply> _script = [];
    private TaskCompletionSource? _wait;
    private bool _stops;
    private bool _isOut;
    private bool _isLost;
    private int _open;

    /// <summary>What was waited for so far, in order.</summary>
    public IReadOnlyList<string> Waits => _waits;

    public int Sent { get; private set; }

    /// <summary>How many answers were given out and not disposed of.</summary>
    public int Open => _open;

    /// <summary>Whether the service may have what it was asked for, by all that the client can know now.</summary>
    public bool MayBeAccepted => _isLost || _isOut;

    /// <summary>Answers as the script says.</summary>
    /// <param name="stops">Whether the waits are there, and counted.</param>
    /// <param name="script">One for each request.</param>
    public void Follow(bool stops, params IEnumerable<Reply> script)
    {
        _stops = stops;
        _isOut = false;
        _script = new Queue<Reply>(script);
    }

    /// <summary>Lets a call go on until it waits where the test wants it, or ends.</summary>
    public async Task DriveAsync(Task call)
    {
        while (!call.IsCompleted && _waits.Count <= target)
        {
            var count = _waits.Count;
            GoOn();
            // The call runs on inside of the line above, unless the stack is deep.
            while (!call.IsCompleted && _waits.Count == count)
                await Task.Delay(1, CancellationToken.None);
        }
    }

    /// <summary>Ends the wait at which the call is.</summary>
    public void GoOn() => Interlocked.Exchange(ref _wait, null)?.TrySetResult();

    /// <summary>A wait of the call.</summary>
    public async Task StopAsync(string where, CancellationToken cancellationToken)
    {
        if (!_stops)
            return;
        var isTarget = _waits.Count == target;
        if (isTarget && reaction == Reaction.BeforeWaiting)
            await cancellation.CancelAsync();
        var wait = new TaskCompletionSource();
        await using var registration = cancellationToken.UnsafeRegister(
            _ =>
                wait.TrySetException(
                    reaction == Reaction.Breaking ? new IOException("the connection was closed") : new OperationCanceledException(cancellationToken)
                ),
            null
        );
        _wait = wait;
        _waits.Add(where);
        await wait.Task.ConfigureAwait(false);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent++;
        _isOut = true;
        var reply = _script.Dequeue();
        await StopAsync("headers", cancellationToken).ConfigureAwait(false);
        _open++;
        var answer = new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = new Body(this, reply) };
        if (_waits.Count + Pieces == target)
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(LongPause);
        return answer;
    }

    /// <summary>A body in pieces, each of which has to be waited for.</summary>
    private sealed class Body(StoppingService service, Reply reply) : HttpContent
    {
        private bool _isDisposed;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new NotSupportedException("The client reads so that it can cancel.");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            foreach (var (i, piece) in reply.Body.Chunk((reply.Body.Length + Pieces - 1) / Pieces).Index())
            {
                await service.StopAsync("body", cancellationToken).ConfigureAwait(false);
                if (reply.Breaks && i == Pieces - 1)
                    End(new IOException("the connection broke"));
                await stream.WriteAsync(Array.ConvertAll(piece, static c => (byte)c), cancellationToken).ConfigureAwait(false);
            }
            End(null);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (!_isDisposed)
                service._open--;
            _isDisposed = true;
            base.Dispose(disposing);
        }

        private void End(IOException? broken)
        {
            service._isOut = false;
            service._isLost |= reply.IsLost;
            if (reply.Status != 200 && service._stops)
                service._waits.Add("pause");
            if (broken is not null)
                throw broken;
        }
    }
}
