namespace Esms.Dispatching.Sqlite;

/// <summary>A message in the outbox.</summary>
/// <param name="Id">The id of the message, in the order of enqueueing.</param>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="Row">The key of its row.</param>
/// <param name="Request">The request as JSON.</param>
/// <param name="IsFinished">Whether it has its result.</param>
/// <param name="SentAt">When it was accepted, or may have been; null when it certainly was not.</param>
internal sealed record KnownMessage(long Id, long CampaignId, string Row, byte[] Request, bool IsFinished, DateTimeOffset? SentAt)
{
    /// <summary>Whether it was accepted for certain.</summary>
    public bool IsAccepted { get; init; }
}
