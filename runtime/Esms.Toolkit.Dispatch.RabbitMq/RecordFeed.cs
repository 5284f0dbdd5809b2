using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Reads the streams through restarts of the broker: which campaigns there are, and the results when somebody has said from when on. It ends with an
/// error when what it reads, or what could still come, is gone.
/// </summary>
internal sealed class RecordFeed(Broker broker, TimeProvider clock, ILogger logger)
{
    /// <summary>Of so many waits in a row for a record, the last one ends with a look whether any can come.</summary>
    private const int WaitsBetweenLooks = 5;

    /// <summary>A record that is there comes at once.</summary>
    private const int MostWaitsForKnown = 15;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenSessions = TimeSpan.FromSeconds(1);

    /// <summary>Where to begin, by the name of the stream: at a record that is there, or at the first one.</summary>
    private readonly Dictionary<string, object> _positions = new(StringComparer.Ordinal) { [broker.Topology.Campaigns] = "first" };

    private readonly Backlog _backlog = new(broker.Topology);
    private long? _resultsFrom;
    private bool _isTooFar;
    private int _waits;

    /// <summary>Reads results too, from an offset on; from the beginning again, when those are read already and began later.</summary>
    public void ReadResults(long from)
    {
        if (from >= _resultsFrom)
            return;
        _isTooFar = _resultsFrom is not null;
        _resultsFrom = from;
        _positions[broker.Topology.Results] = from;
    }

    /// <summary>
    /// The records as they come, and null now and then while none does, without an end. Those that were under way when a session broke come again.
    /// </summary>
    /// <exception cref="LostRecordsException">What is waited for will never come.</exception>
    public async IAsyncEnumerable<Delivery?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var session = await broker.OpenPatientlyAsync("reader", clock, logger, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var reading = new StreamReading(session);
                _isTooFar = false;
                while (await TryAsync(() => reading.ConsumeAsync(_positions, cancellationToken), cancellationToken).ConfigureAwait(false))
                {
                    var record = await reading.NextAsync(LongestWait, clock, cancellationToken).ConfigureAwait(false);
                    if (reading.IsOver)
                        break;
                    if (record is not null)
                        Remember(reading, record);
                    yield return record;
                    if (_isTooFar || !await TryAsync(() => FollowAsync(reading, record, cancellationToken), cancellationToken).ConfigureAwait(false))
                        break;
                }
                if (reading.WasCancelled)
                    await TryAsync(() => FindStreamsAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            await Task.Delay(BetweenSessions, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A session that follows begins with this record again, which shows that the stream is still the same.</summary>
    private void Remember(StreamReading reading, Delivery record)
    {
        var isCampaign = record.Properties.Type == RecordKind.Campaign;
        var stream = isCampaign ? broker.Topology.Campaigns : broker.Topology.Results;
        _waits = 0;
        if (!isCampaign)
            _backlog.Stir();
        if (record.Properties.Type == RecordKind.Lost)
            _backlog.QueueIsLost();
        if (RecordOffset.Of(record.Properties) is not { } offset)
            return;
        reading.Check(stream, offset);
        _positions[stream] = offset;
    }

    /// <summary>Asks for more records, or looks whether any can come.</summary>
    private Task FollowAsync(StreamReading reading, Delivery? record, CancellationToken cancellationToken) =>
        record is not null ? reading.AcknowledgeAsync(record)
        : ++_waits % WaitsBetweenLooks == 0 ? LookAsync(reading, cancellationToken)
        : Task.CompletedTask;

    private async Task LookAsync(StreamReading reading, CancellationToken cancellationToken)
    {
        if (_waits >= MostWaitsForKnown && reading.Silent is { } silent)
            throw new LostRecordsException($"The stream {silent} was deleted and made again. What it had is lost.");
        if (_resultsFrom is null)
        {
            if (_waits == WaitsBetweenLooks)
                logger.UnknownCampaign();
        }
        else if (await _backlog.FindProblemAsync(reading.Session, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            throw new LostRecordsException(problem);
        }
    }

    private async Task FindStreamsAsync(Session session, CancellationToken cancellationToken)
    {
        foreach (var stream in _positions.Keys)
        {
            if (await session.FindAsync(stream, cancellationToken).ConfigureAwait(false) is null)
                throw new LostRecordsException($"The stream {stream} was deleted while it was read. What it had is lost.");
        }
    }

    private async Task<bool> TryAsync(Func<Task> useAsync, CancellationToken cancellationToken)
    {
        try
        {
            await useAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (Broker.IsPassing(exception) && !cancellationToken.IsCancellationRequested)
        {
            logger.SessionBroken("A reader", BrokerProblem.Describe(exception));
            return false;
        }
    }
}
