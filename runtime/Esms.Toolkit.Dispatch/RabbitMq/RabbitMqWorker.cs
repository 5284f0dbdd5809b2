using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Sends what is in the queue, session after session, until it is stopped.</summary>
internal sealed class RabbitMqWorker : DispatchWorker
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>A problem that nobody has mended for minutes is looked at so often.</summary>
    private static readonly TimeSpan LongestRetryWait = TimeSpan.FromSeconds(30);

    /// <summary>Clocks are moved: so it looks at its own after so long, whatever it waits for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.5);

    private readonly Broker _broker;
    private readonly int _maxInFlight;
    private readonly SteadyClock _clock;
    private readonly ILogger _logger;
    private readonly WorkerParts _parts;
    private EsmsDispatchPause? _pause;

    public RabbitMqWorker(
        Broker broker,
        KeptSender sender,
        EsmsDispatchOptions options,
        SteadyClock clock,
        TimeProvider timer,
        ILogger<RabbitMqWorker> logger
    )
    {
        (_broker, _maxInFlight, _clock, _logger) = (broker, options.MaxInFlight, clock, logger);
        var limit = new AdaptiveLimit(options.MaxInFlight, timer);
        _parts = new WorkerParts(sender, limit, new Pauses(clock), new HourlyLimits(options, clock), clock, logger, Abandoned);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (wait, problem) = (FirstWait, (string?)null);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var session = await _broker.OpenAsync("worker", stoppingToken).ConfigureAwait(false);
                (wait, problem) = (FirstWait, null);
                await using (session.ConfigureAwait(false))
                    await WorkAsync(session, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever broke this session, the queue is still there, and the next session may go better.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // Each problem is logged once, however long it lasts.
                if (BrokerProblem.Describe(exception) is var found && found != problem)
                    _logger.SessionBroken("The worker", problem = found);
                await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = wait * 2 < LongestRetryWait ? wait * 2 : LongestRetryWait;
            }
        }
    }

    private async Task WorkAsync(Session session, CancellationToken stopping)
    {
        var post = new Post(session, _broker.Topology);
        while (_parts.Owed.TryPeek(out var owed))
        {
            await post.ResultAsync(owed).ConfigureAwait(false);
            _parts.Owed.TryDequeue(out _);
        }
        while (!stopping.IsCancellationRequested)
        {
            if (_pause is not null)
                await WaitAsync(post, _pause, stopping).ConfigureAwait(false);
            var isProbe = _pause is not null;
            var shift = new Shift(session, _broker.Topology, _parts, isProbe ? 1 : _maxInFlight * 2, isProbe);
            _pause = await shift.RunAsync(stopping).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(Post post, EsmsDispatchPause pause, CancellationToken stopping)
    {
        _logger.Pauses(pause.Until, pause.Reason, (int?)pause.Code);
        await post.PauseAsync(pause).ConfigureAwait(false);
        var endsAt = _clock.Now + (pause.Until - _clock.Shown);
        while (_clock.Now < endsAt)
            await Task.Delay(LongestWait, stopping).ConfigureAwait(false);
    }
}
