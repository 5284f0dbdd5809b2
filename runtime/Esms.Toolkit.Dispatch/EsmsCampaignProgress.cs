namespace Esms;

/// <summary>How far a campaign has come.</summary>
/// <param name="Total">All rows.</param>
/// <param name="Accepted">Those that eSMS accepted.</param>
/// <param name="Refused">Those that it refused for good, and those that could not be sent.</param>
/// <param name="Unknown">Those whose outcome nobody can find out any more.</param>
/// <param name="AcceptedCost">What the accepted ones are thought to cost, in đồng.</param>
/// <param name="Pause">Why nothing is sent at the moment; null when messages go out.</param>
public sealed record EsmsCampaignProgress(long Total, long Accepted, long Refused, long Unknown, decimal AcceptedCost, EsmsDispatchPause? Pause)
{
    /// <summary>Gets those that were cancelled before any attempt of them went out.</summary>
    public long Canceled { get; init; }

    /// <summary>Those without an outcome: they wait, are being sent, or are being settled.</summary>
    public long Left => Total - Accepted - Refused - Unknown - Canceled;
}
