namespace Esms.Dispatching.Sqlite;

/// <summary>A message that the worker has claimed in the journal for one attempt.</summary>
/// <param name="Id">The id of the message, in the order of enqueueing.</param>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="Send">The message before the claim.</param>
/// <param name="ClaimedAt">When it was claimed.</param>
internal sealed record ClaimedSend(long Id, long CampaignId, OutboxMessage Send, DateTimeOffset ClaimedAt);

/// <summary>The outcome of a claimed attempt.</summary>
internal sealed record EndedSend(ClaimedSend Claim, SendOutcome Outcome);
