namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Counts the outcomes of a campaign. A worker that dies between the result and the acknowledgement leads to a second result for a message; the first
/// one counts. It uses about 100 bytes for each row.
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

    /// <summary>Whether at least one batch was enqueued completely.</summary>
    public bool IsKnown => _digests.Count > 0;

    /// <summary>Whether every message of every completely enqueued batch has its result.</summary>
    public bool IsComplete => IsKnown && _open == 0;

    /// <summary>Whether some results are held back because others may still contradict them.</summary>
    public bool AreHeld => _rows.AreHeld;

    public EsmsCampaignProgress Progress =>
        new(IsComplete && !AreHeld ? Finished : Math.Max(_total, Finished), _accepted, _refused, _unknown, _cost, Pause);

    private long Finished => _accepted + _refused + _unknown;

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

    /// <returns>The results that are final now, one for each row.</returns>
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

    /// <summary>Returns the results that were held back, when no more will arrive.</summary>
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
