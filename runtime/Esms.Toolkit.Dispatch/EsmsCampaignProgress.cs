namespace Esms;

/// <summary>The progress of a campaign.</summary>
/// <param name="Total">The number of all rows.</param>
/// <param name="Accepted">The number of rows that eSMS accepted.</param>
/// <param name="Refused">The number of rows that eSMS refused, and of those that could not be sent.</param>
/// <param name="Unknown">The number of rows whose outcome can no longer be found out.</param>
/// <param name="AcceptedCost">The expected cost of the accepted rows, in đồng.</param>
/// <param name="Pause">Why nothing is sent at the moment; null while messages are sent.</param>
public sealed record EsmsCampaignProgress(long Total, long Accepted, long Refused, long Unknown, decimal AcceptedCost, EsmsDispatchPause? Pause)
{
    /// <summary>Gets the number of rows that were cancelled before their first attempt.</summary>
    public long Canceled { get; init; }

    /// <summary>Gets the number of rows without an outcome: they wait, are in flight, or are being resolved.</summary>
    public long Left => Total - Accepted - Refused - Unknown - Canceled;
}
