namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Counts what became of the messages of a campaign. A worker that died between report and acknowledgement leaves a second report of a message; the
/// first one counts. That takes some 100 bytes for each row.
/// </summary>
internal sealed class CampaignTally(string campaign, TimeProvider clock)
{
    private readonly RowResults _rows = new();
    private readonly HashSet<UInt128> _messages = [];
    private readonly HashSet<ulong> _digests = [];
    private readonly Dictionary<string, (long? Rows, long Ended)> _batches = new(StringComparer.Ordinal);
    private int _open;
    private long _total;
    private long _accepted;
    private long _refused;
    private long _unknown;
    private decimal _cost;
    private EsmsDispatchPause? _pause;

    /// <summary>Whether a batch was enqueued whole.</summary>
    public bool IsKnown => _digests.Count > 0;

    /// <summary>Whether every message of every batch has its result, of those that were enqueued whole.</summary>
    public bool IsComplete => IsKnown && _open == 0;

    /// <summary>Whether there are results that others may still contradict.</summary>
    public bool AreHeld => _rows.AreHeld;

    public EsmsCampaignProgress Progress => new(IsComplete && !AreHeld ? Told : Math.Max(_total, Told), _accepted, _refused, _unknown, _cost, Pause);

    private long Told => _accepted + _refused + _unknown;

    private EsmsDispatchPause? Pause => _pause is { } pause && pause.Until > clock.GetUtcNow() ? pause : null;

    public void Add(CampaignRecord batch)
    {
        var known = _batches.GetValueOrDefault(batch.Batch);
        if (batch.Campaign != campaign || batch.Rows is not { } rows || known.Rows is not null)
            return;
        _batches[batch.Batch] = known with { Rows = rows };
        if (known.Ended < rows)
            _open++;
        if (_digests.Add(batch.Digest))
            _total += rows;
    }

    public void Add(PauseRecord pause) => _pause = pause.ToPause();

    /// <returns>The results that can be told now, each row once.</returns>
    public List<ResultRecord> Add(ResultRecord result)
    {
        if (result.Campaign != campaign || !_messages.Add(RowHash.Of($"{result.Batch} {result.Row}")))
            return [];
        var batch = _batches.GetValueOrDefault(result.Batch);
        _batches[result.Batch] = batch with { Ended = batch.Ended + 1 };
        if (batch.Ended + 1 == batch.Rows)
            _open--;
        return Count(_rows.Add(result));
    }

    /// <summary>The results that were held back, when no others come.</summary>
    public List<ResultRecord> Finish() => Count(_rows.Finish());

    private List<ResultRecord> Count(List<ResultRecord> results)
    {
        results.ForEach(Count);
        return results;
    }

    private void Count(ResultRecord result)
    {
        if (result.Outcome == EsmsDispatchOutcome.Accepted)
        {
            _accepted++;
            _cost += result.Cost;
            _pause = null;
        }
        else if (result.Outcome == EsmsDispatchOutcome.Unknown)
        {
            _unknown++;
        }
        else
        {
            _refused++;
        }
    }
}
