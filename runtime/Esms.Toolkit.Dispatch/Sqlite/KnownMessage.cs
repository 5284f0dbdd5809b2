namespace Esms.Dispatching.Sqlite;

/// <summary>A message that the outbox has.</summary>
/// <param name="Id">Its place in the order of enqueueing.</param>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="Row">The key of its row.</param>
/// <param name="Request">The request as JSON.</param>
/// <param name="IsFinished">Whether it has its outcome.</param>
/// <param name="SentAt">When it was accepted, or may have been; null when it was certainly not.</param>
internal sealed record KnownMessage(long Id, long CampaignId, string Row, byte[] Request, bool IsFinished, DateTimeOffset? SentAt);
