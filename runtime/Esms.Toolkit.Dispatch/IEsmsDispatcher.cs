namespace Esms;

/// <summary>
/// An outbox for sends. What was enqueued is sent by the workers of this process or of others, each message once, however often a worker dies: every
/// message has its RequestId from the moment it is enqueued, and eSMS refuses a repeat of that for 24 hours.
/// </summary>
public interface IEsmsDispatcher
{
    /// <summary>
    /// Puts messages into the outbox. When it returns, they are on disk. A row that the outbox has already, from a run that was cut off, is left
    /// alone; so the same batch can be enqueued again until it succeeds.
    /// </summary>
    /// <param name="batch">The messages, read one by one.</param>
    /// <param name="cancellationToken">Ends the call. What was enqueued before stays.</param>
    /// <returns>How many rows are new.</returns>
    /// <exception cref="EsmsBatchException">
    /// A row is wrong, or it is in the outbox with another content. The rows before it may be enqueued. An outbox on RabbitMQ knows the last 100,000 rows
    /// of this process; another content that comes from elsewhere ends as <see cref="EsmsDispatchOutcome.Invalid"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// How far a campaign has come: once at first, then whenever that changes, about twice a second at most. It ends when every row has its outcome.
    /// </summary>
    /// <param name="campaign">The campaign. One that nobody enqueued has no rows in a file, and is waited for on RabbitMQ.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The states.</returns>
    /// <exception cref="IOException">The outbox cannot be read, or a stream or queue of it is gone.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<EsmsCampaignProgress> WatchAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>What became of the messages of a campaign, as their outcomes come. It ends when every row has one.</summary>
    /// <param name="campaign">The campaign. One that nobody enqueued has no rows in a file, and is waited for on RabbitMQ.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>One result for each row, and on RabbitMQ one more for each other content that it was enqueued with.</returns>
    /// <exception cref="IOException">The outbox cannot be read, or a stream or queue of it is gone.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<EsmsDispatchResult> ReadResultsAsync(string campaign, CancellationToken cancellationToken = default);
}
