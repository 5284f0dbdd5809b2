using System.Collections.Concurrent;
using System.Net;

namespace Esms.Emulator;

/// <summary>
/// Makes the callbacks that are due. What was tried is stored; a process that is killed in between tries again, as the service would: a receiver
/// must take a callback that comes twice.
/// </summary>
internal sealed class CallbackSender : IDisposable
{
    private const int AtOnce = 32;
    private const string Refused = "not called: the address is not on this machine, and Callbacks:AllowRemote is off";

    private readonly ConcurrentDictionary<long, Task> _running = new();
    private readonly EmulatorWorld _world;
    private readonly EmulatorCallbackOptions _options;
    private readonly FaultDice _dice;
    private readonly Lazy<HttpClient> _http;

    public CallbackSender(EmulatorWorld world, FaultDice dice)
    {
        _world = world;
        _options = world.Options.Callbacks;
        _dice = dice;
        // A test server has no handler before it has started, so the first callback makes the client.
        _http = new Lazy<HttpClient>(ClientOf);
    }

    /// <summary>When the next is due that is not being made, in milliseconds; null when none is waiting.</summary>
    public long? NextDue => _running.IsEmpty ? _world.Store.Callbacks.NextDue() : null;

    /// <summary>Begins those that are due, as far as there is room.</summary>
    public void Begin()
    {
        foreach (var number in _world.Store.Callbacks.Due(AtOnce + _running.Count))
        {
            if (_running.Count >= AtOnce)
                return;
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_running.TryAdd(number, begun.Task))
                _ = RunAsync(number, begun);
        }
    }

    public async Task SettleAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Begin();
            var running = _running.Values.ToList();
            if (running.Count == 0)
                return;
            await Task.WhenAny(running).WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private HttpClient ClientOf()
    {
        if (_options.Handler is { } handler)
            return new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning disable CA2000 // The client disposes of it.
        // No redirects: they could lead off this machine.
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        };
#pragma warning restore CA2000
        return new HttpClient(sockets, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private async Task RunAsync(long number, TaskCompletionSource begun)
    {
        await Task.Yield();
        try
        {
            // Another may have made it since it was looked for.
            if (_world.Store.Callbacks.IsDue(number) && _world.Store.Messages.Find(number) is { CallbackUrl: not null } message)
                await TryAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or Microsoft.Data.Sqlite.SqliteException or InvalidOperationException)
        {
            // The emulator stops, and its store is closed; what is due is made after the next start.
        }
        finally
        {
            _running.TryRemove(number, out _);
            begun.TrySetResult();
            _world.Changes.Wake();
        }
    }

    private async Task TryAsync(EmulatedMessage message)
    {
        var recipient = _world.Store.Messages.RecipientsOf(message.Number)[0];
        var url = CallbackQuery.Build(message.CallbackUrl!, message, recipient, _world.Library.Inbound);
        var attempt = await CallAsync(message, url, isDuplicate: false).ConfigureAwait(false);
        var isLast = message.CallbackTries + 1 >= _options.MaxTries || !IsToBeRepeated(message, attempt);
        Record(message, attempt, isLast ? null : _world.Clock.GetUtcNow() + _options.RetryDelay);
        if (attempt.Status is not null && _dice.Throw(message.Operation, isCallback: true) is not null)
            Record(message, await CallAsync(message, url, isDuplicate: true).ConfigureAwait(false), null);
    }

    private void Record(EmulatedMessage message, EmulatedCallback attempt, DateTimeOffset? next)
    {
        _world.Store.Callbacks.Record(message.Number, attempt, next);
        _world.Changes.Publish(EmulatorChangeKind.CalledBack, message.Id);
    }

    /// <summary>The service repeats when no answer comes in time; for voice calls also when it is no 200.</summary>
    private static bool IsToBeRepeated(EmulatedMessage message, EmulatedCallback attempt) =>
        attempt.Status switch
        {
            null => attempt.Error != Refused,
            (int)HttpStatusCode.OK => false,
            _ => message.Channel == EmulatedChannel.Voice,
        };

    private async Task<EmulatedCallback> CallAsync(EmulatedMessage message, string url, bool isDuplicate)
    {
        var at = _world.Clock.GetUtcNow();
        EmulatedCallback Attempt(int? status, string? error) => new(message.Id, at, url, status, error, isDuplicate);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsAllowed(address))
            return Attempt(null, Refused);
        using var timeout = new CancellationTokenSource(_options.Timeout);
        try
        {
            using var answer = await _http.Value.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            return Attempt((int)answer.StatusCode, null);
        }
        catch (OperationCanceledException)
        {
            return Attempt(null, "no answer in time");
        }
        catch (HttpRequestException exception)
        {
            return Attempt(null, $"no answer: {exception.HttpRequestError}");
        }
#pragma warning disable CA1031 // A handler of a test server throws what its application does, which can be anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Attempt(null, $"no answer: {exception.GetType().Name}");
        }
    }

    private bool IsAllowed(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && (url.IsLoopback || _options.AllowRemote || _options.Handler is not null);
}
