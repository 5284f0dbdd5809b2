using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Sends what is in the queue, session after session, until it is stopped.</summary>
internal sealed class RabbitMqWorker(Broker broker, KeptSender sender, EsmsDispatchOptions options, TimeProvider clock, ILogger<RabbitMqWorker> logger)
{
    private const double LongestPauseSeconds = 60;

    private static readonly TimeSpan BetweenSessions = TimeSpan.FromSeconds(1);

    private readonly WorkerParts _parts = new(
        sender, new AdaptiveLimit(options.MaxInFlight, clock), new HourlyLimits(options, clock), clock, logger);

    private EsmsDispatchPause? _pause;
    private int _pauses;

    /// <summary>Ends, when it is told to, with nothing under way.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var session = await broker.OpenAsync("worker", stopping).ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                    await WorkAsync(session, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever broke this session, the queue is still there, and the next session may go better.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                logger.SessionBroken("The worker", (exception.InnerException ?? exception).GetType().Name);
                await Task.Delay(BetweenSessions, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(Session session, CancellationToken stopping)
    {
        var post = new Post(session, broker.Topology);
        while (_parts.Owed.TryPeek(out var owed))
        {
            await post.ResultAsync(owed).ConfigureAwait(false);
            _parts.Owed.TryDequeue(out _);
        }
        while (!stopping.IsCancellationRequested)
        {
            if (_pause is not null)
                await PauseAsync(post, _pause, stopping).ConfigureAwait(false);
            _pause = await new Shift(session, broker.Topology, _parts, isProbe: _pause is not null).RunAsync(options.MaxInFlight, stopping).ConfigureAwait(false);
            _pauses = _pause is null ? 0 : _pauses + 1;
        }
    }

    /// <summary>Tells those who watch, and waits; twice as long each time, until a message has gone through.</summary>
    private async Task PauseAsync(Post post, EsmsDispatchPause pause, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var soonest = now + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, _pauses - 1), LongestPauseSeconds));
        var until = pause.Until > soonest ? pause.Until : soonest;
        logger.Paused(until, pause.Reason);
        await post.PauseAsync(pause with { Until = until }).ConfigureAwait(false);
        await Task.Delay(until - now, clock, stopping).ConfigureAwait(false);
    }
}
