using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Publishes until the broker has confirmed the message, and continues after short restarts of the broker.</summary>
internal sealed class ConfirmedPublisher(Broker broker, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    /// <summary>A broker that did not accept a message in this many sessions will not accept it in the next one.</summary>
    private const int MostSessions = 10;

    private readonly SemaphoreSlim _gate = new(1);
    private Session? _session;

    /// <param name="exchange">The exchange.</param>
    /// <param name="key">The routing key.</param>
    /// <param name="properties">
    /// Creates the properties. The argument says whether the broker may already have the message because a confirmation was lost.
    /// </param>
    /// <param name="body">The message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task PublishAsync(
        string exchange,
        string key,
        Func<bool, BasicProperties> properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var isRepeat = false;
        return UseAsync(
            async session =>
            {
                var publishing = session.PublishAsync(exchange, key, properties(isRepeat), body, cancellationToken);
                isRepeat = true;
                await publishing.ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
    }

    /// <summary>Runs an operation in a session, and again in a new session when the first one breaks.</summary>
    public async Task<T> UseAsync<T>(Func<Session, Task<T>> use, CancellationToken cancellationToken)
    {
        for (var sessions = 1; ; sessions++)
        {
            var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await use(session).ConfigureAwait(false);
            }
            catch (Exception exception) when (Broker.IsTransient(exception) && sessions < MostSessions && !cancellationToken.IsCancellationRequested)
            {
                await LeaveAsync(session, exception).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
            await session.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

    private async Task<Session> OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _session ??= await broker.OpenPatientlyAsync("enqueuer", clock, logger, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Removes a broken session. Many callers may notice it; only the first one removes it.</summary>
    private async Task LeaveAsync(Session session, Exception exception)
    {
        if (Interlocked.CompareExchange(ref _session, null, session) != session)
            return;
        logger.SessionBroken("The enqueuer", BrokerProblem.Describe(exception));
        await session.DisposeAsync().ConfigureAwait(false);
    }
}
