using System.Collections;

namespace Esms.Emulator;

/// <summary>The messages that the emulator has accepted, the oldest first. They are read as they are walked through, each as it is then.</summary>
public sealed class EmulatedMessageCollection : IReadOnlyCollection<EmulatedMessage>
{
    private const int Batch = 200;

    private readonly MessageStore _store;
    private readonly EmulatorClock _clock;

    internal EmulatedMessageCollection(MessageStore store, EmulatorClock clock) => (_store, _clock) = (store, clock);

    /// <inheritdoc/>
    public int Count => (int)_store.Messages.Count;

    /// <summary>One message.</summary>
    /// <param name="id">The message id that the send returned.</param>
    /// <returns>The message as it is now; null when there is none.</returns>
    public EmulatedMessage? Find(string id) => _store.Messages.Find(id);

    /// <summary>A page of messages, the newest first.</summary>
    /// <param name="query">Which ones.</param>
    /// <returns>The page, and how many there are in all.</returns>
    public (long Total, IReadOnlyList<EmulatedMessage> Page) Search(EmulatedMessageQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _store.Messages.Search(query);
    }

    /// <summary>The recipients of a message.</summary>
    /// <param name="id">The message id.</param>
    /// <returns>The recipients, in the order of the send; none when there is no such message.</returns>
    public IReadOnlyList<EmulatedRecipient> RecipientsOf(string id) => Find(id) is { } message ? _store.Messages.RecipientsOf(message.Number) : [];

    /// <summary>The tries of callbacks, the oldest first.</summary>
    /// <param name="id">The message; null for the latest tries of all messages.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The tries.</returns>
    public IReadOnlyList<EmulatedCallback> CallbacksOf(string? id = null, int limit = 100) => _store.Callbacks.Attempts(id, limit);

    /// <summary>When its callback is tried next.</summary>
    /// <param name="id">The message id.</param>
    /// <returns>When, by the clock of the emulator; null when it is not.</returns>
    public DateTimeOffset? NextCallbackOf(string id) => Find(id) is { } message ? _store.Callbacks.DueOf(message.Number) : null;

    /// <summary>What happens to a message, in the order of time; what is still to come too.</summary>
    /// <param name="id">The message id.</param>
    /// <returns>The steps; none when there is no such message.</returns>
    public IReadOnlyList<EmulatedStep> TimelineOf(string id)
    {
        if (Find(id) is not { } message)
            return [];
        var now = _clock.GetUtcNow();
        var end = message switch
        {
            { Outcome: EmulatedOutcome.Rejected } => "rejected",
            { FailingCount: 0 } => "delivered",
            { RecipientCount: 1 } => $"failed: {message.ErrorText}",
            _ => $"finished: {message.RecipientCount - message.FailingCount} delivered, {message.FailingCount} failed",
        };
        return
        [
            .. new[] { (message.AcceptedAt, "accepted"), (message.ApprovedAt, "approved"), (message.SentAt, "sent"), (message.FinishedAt, end) }
                .Where(step => message.Outcome != EmulatedOutcome.Rejected || step.Item2 is "accepted" or "rejected")
                .Concat(
                    CallbacksOf(id)
                        .Select(static attempt =>
                            (attempt.At, attempt.Error is null ? $"called back: HTTP status {attempt.Status}" : $"callback failed: {attempt.Error}")
                        )
                )
                .OrderBy(static step => step.Item1)
                .Select(step => new EmulatedStep(step.Item1, step.Item2, step.Item1 <= now)),
        ];
    }

    /// <inheritdoc/>
    public IEnumerator<EmulatedMessage> GetEnumerator()
    {
        var last = 0L;
        while (_store.Messages.After(last, Batch) is { Count: > 0 } batch)
        {
            foreach (var message in batch)
                yield return message;
            last = batch[^1].Number;
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
