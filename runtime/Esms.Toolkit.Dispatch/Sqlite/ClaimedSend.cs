namespace Esms.Dispatching.Sqlite;

/// <summary>A message that the worker has taken from the journal, to try it once.</summary>
/// <param name="Id">Its place in the order of enqueueing.</param>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="Send">The message, as it was before it was taken.</param>
/// <param name="ClaimedAt">When it was taken.</param>
internal sealed record ClaimedSend(long Id, long CampaignId, OutboxMessage Send, DateTimeOffset ClaimedAt);

/// <summary>How the try of a message ended.</summary>
internal sealed record EndedSend(ClaimedSend Claim, SendOutcome Outcome);
