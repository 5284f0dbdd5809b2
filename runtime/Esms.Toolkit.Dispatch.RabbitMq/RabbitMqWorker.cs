using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Sends the messages of the queue, session after session, until it is stopped.</summary>
internal sealed class RabbitMqWorker : DispatchWorker
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>The wait between sessions grows to this length while a problem lasts.</summary>
    private static readonly TimeSpan LongestRetryWait = TimeSpan.FromSeconds(30);

    /// <summary>The worker reads its clock this often, because the clock of the system may be set while it waits.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.5);

    /// <summary>The wait between two probes for messages that the balance allows.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    private readonly Broker _broker;
    private readonly int _maxInFlight;
    private readonly SteadyClock _clock;
    private readonly ILogger _logger;
    private readonly WorkerParts _parts;
    private EsmsDispatchPause? _pause;
    private bool _isQueueLost;

    public RabbitMqWorker(
        Broker broker,
        OutboxSender sender,
        EsmsDispatchOptions options,
        SteadyClock clock,
        TimeProvider timer,
        ILogger<RabbitMqWorker> logger
    )
    {
        (_broker, _maxInFlight, _clock, _logger) = (broker, options.MaxInFlight, clock, logger);
        var limit = new AdaptiveConcurrencyLimiter(options.MaxInFlight, timer);
        _parts = new WorkerParts(sender, limit, new CircuitBreaker(clock), clock, logger, Abandoned);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (wait, problem, began) = (FirstWait, (string?)null, _clock.Now);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                began = _clock.Now;
                var session = await _broker.OpenAsync("worker", _logger, stoppingToken).ConfigureAwait(false);
                await using (session.ConfigureAwait(false))
                    await WorkAsync(session, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever broke this session, the queue is still there, and the next session may succeed.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                // Each problem is logged once, however long it lasts, including one that lets a session start.
                if (_clock.Now - began > LongestRetryWait * 2)
                    (wait, problem) = (FirstWait, null);
                if (BrokerProblem.Describe(exception) is var found && found != problem)
                    _logger.SessionBroken("The worker", problem = found);
                _isQueueLost |= BrokerProblem.IsQueueMissing(exception);
                await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = wait * 2 < LongestRetryWait ? wait * 2 : LongestRetryWait;
            }
        }
    }

    private async Task WorkAsync(Session session, CancellationToken stopping)
    {
        var publisher = new OutcomePublisher(session, _broker.Topology);
        if (_isQueueLost)
            await publisher.PublishLostQueueAsync().ConfigureAwait(false);
        _isQueueLost = false;
        while (_parts.UnpublishedResults.TryPeek(out var owed))
        {
            await publisher.PublishResultAsync(owed).ConfigureAwait(false);
            _parts.UnpublishedResults.TryDequeue(out _);
        }
        while (!stopping.IsCancellationRequested)
        {
            var most = (int?)null;
            if (_pause is { } pause)
            {
                // A refusal for the whole account applies to all messages. Otherwise other messages may be accepted, which may be behind those that
                // cannot be sent.
                var isBalance = pause == _parts.Breaker.Balance;
                most = pause.Code is null || isBalance ? ConsumeLoop.MaxSetAside : 1;
                await WaitAsync(publisher, pause, isBalance, stopping).ConfigureAwait(false);
            }
            var loop = new ConsumeLoop(session, _broker.Topology, _parts, most is null ? _maxInFlight * 2 : 1, most);
            _pause = await loop.RunAsync(stopping).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(OutcomePublisher publisher, EsmsDispatchPause pause, bool isBalance, CancellationToken stopping)
    {
        await _parts.ReportAsync(publisher, pause).ConfigureAwait(false);
        var nextLook = _clock.Now + BetweenLooks;
        while (isBalance ? _clock.Now < nextLook : _parts.Breaker.Current is not null)
            await Task.Delay(LongestWait, stopping).ConfigureAwait(false);
    }
}
