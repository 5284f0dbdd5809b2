namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Counts what became of the rows of a campaign. A worker that died between report and acknowledgement leaves a second report of a row; the first one
/// counts. That takes some 30 bytes for each row.
/// </summary>
internal sealed class CampaignTally(string campaign, TimeProvider clock)
{
    private readonly HashSet<UInt128> _rows = [];
    private readonly HashSet<ulong> _batches = [];
    private long _accepted;
    private long _refused;
    private long _unknown;
    private decimal _cost;
    private EsmsDispatchPause? _pause;

    /// <summary>How many rows the campaign has, of all batches that were enqueued whole; null before the first of them is.</summary>
    public long? Total { get; private set; }

    public bool IsComplete => Total <= _rows.Count;

    public EsmsCampaignProgress Progress => new(Math.Max(Total ?? 0, _rows.Count), _accepted, _refused, _unknown, _cost, Pause);

    private EsmsDispatchPause? Pause => _pause is { } pause && pause.Until > clock.GetUtcNow() ? pause : null;

    public void Add(CampaignRecord batch)
    {
        if (batch.Campaign == campaign && _batches.Add(batch.Digest))
            Total = (Total ?? 0) + batch.Rows;
    }

    public void Add(PauseRecord pause) => _pause = pause.ToPause();

    /// <returns>Whether it is the first one of a row of this campaign.</returns>
    public bool Add(ResultRecord result)
    {
        if (result.Campaign != campaign || !_rows.Add(RowHash.Of(result.Row)))
            return false;
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
        return true;
    }
}
