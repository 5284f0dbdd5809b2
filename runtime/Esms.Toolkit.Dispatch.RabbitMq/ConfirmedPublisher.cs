using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Publishes until the broker has confirmed: through its restarts, when they do not last too long.</summary>
internal sealed class ConfirmedPublisher(Broker broker, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    /// <summary>A broker that takes a message in none of so many sessions will not take it in the next one.</summary>
    private const int MostSessions = 10;

    private readonly SemaphoreSlim _gate = new(1);
    private Session? _session;

    /// <param name="exchange">Where to.</param>
    /// <param name="key">The routing key.</param>
    /// <param name="properties">Those of the message, given whether the broker may have it already, because a confirmation was lost.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
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

    /// <summary>Does something in a session, and again in the next one when it breaks.</summary>
    public async Task<T> UseAsync<T>(Func<Session, Task<T>> use, CancellationToken cancellationToken)
    {
        for (var sessions = 1; ; sessions++)
        {
            var session = await OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await use(session).ConfigureAwait(false);
            }
            catch (Exception exception) when (Broker.IsPassing(exception) && sessions < MostSessions && !cancellationToken.IsCancellationRequested)
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

    /// <summary>Of the many who see a session break, the first one takes it away.</summary>
    private async Task LeaveAsync(Session session, Exception exception)
    {
        if (Interlocked.CompareExchange(ref _session, null, session) != session)
            return;
        logger.SessionBroken("The enqueuer", BrokerProblem.Describe(exception));
        await session.DisposeAsync().ConfigureAwait(false);
    }
}
