using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Reads the streams and continues after restarts of the broker: first the campaigns, then the results once their start is known. Throws when the
/// records it reads, or those that could still arrive, are lost.
/// </summary>
internal sealed class RecordFeed(Broker broker, TimeProvider clock, ILogger logger)
{
    /// <summary>After this many waits in a row without a record, it checks whether any can arrive.</summary>
    private const int WaitsBetweenLooks = 5;

    /// <summary>A record that exists arrives at once.</summary>
    private const int MostWaitsForKnown = 15;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenSessions = TimeSpan.FromSeconds(1);

    /// <summary>Where to start, by stream: at an existing record, or at the first one.</summary>
    private readonly Dictionary<string, object> _positions = new(StringComparer.Ordinal) { [broker.Topology.Campaigns] = "first" };

    private readonly Backlog _backlog = new(broker.Topology);
    private long? _resultsFrom;
    private bool _isTooFar;
    private int _waits;

    /// <summary>Starts reading results at an offset. When results are read already from a later one, reading starts again.</summary>
    public void ReadResults(long from)
    {
        if (from >= _resultsFrom)
            return;
        _isTooFar = _resultsFrom is not null;
        _resultsFrom = from;
        _positions[broker.Topology.Results] = from;
    }

    /// <summary>
    /// Reads records without an end, and returns null now and then while none arrives. Records that were in flight when a session broke arrive again.
    /// </summary>
    /// <exception cref="LostRecordsException">The expected records will never arrive.</exception>
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

    /// <summary>Remembers a record. The next session starts with it, which shows that the stream is still the same.</summary>
    private void Remember(StreamReading reading, Delivery record)
    {
        var isCampaign = record.Properties.Type == RecordKind.Campaign;
        var stream = isCampaign ? broker.Topology.Campaigns : broker.Topology.Results;
        _waits = 0;
        if (!isCampaign)
            _backlog.Reset();
        if (record.Properties.Type == RecordKind.Lost)
            _backlog.NoteLostQueue();
        if (RecordOffset.Of(record.Properties) is not { } offset)
            return;
        reading.Check(stream, offset);
        _positions[stream] = offset;
    }

    /// <summary>Requests more records, or checks whether any can arrive.</summary>
    private Task FollowAsync(StreamReading reading, Delivery? record, CancellationToken cancellationToken) =>
        record is not null ? reading.AcknowledgeAsync(record)
        : ++_waits % WaitsBetweenLooks == 0 ? LookAsync(reading, cancellationToken)
        : Task.CompletedTask;

    private async Task LookAsync(StreamReading reading, CancellationToken cancellationToken)
    {
        if (_waits >= MostWaitsForKnown && reading.Silent is { } silent)
            throw new LostRecordsException($"The stream {silent} was deleted and created again. Its records are lost.");
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
                throw new LostRecordsException($"The stream {stream} was deleted while it was read. Its records are lost.");
        }
    }

    private async Task<bool> TryAsync(Func<Task> useAsync, CancellationToken cancellationToken)
    {
        try
        {
            await useAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (Broker.IsTransient(exception) && !cancellationToken.IsCancellationRequested)
        {
            logger.SessionBroken("A reader", BrokerProblem.Describe(exception));
            return false;
        }
    }
}
