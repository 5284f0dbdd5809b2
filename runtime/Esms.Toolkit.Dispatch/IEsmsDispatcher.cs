namespace Esms;

/// <summary>
/// An outbox for sends. Workers of this process or of others send each enqueued message once, however often a worker is killed. Every message has its
/// RequestId from the moment it is enqueued, and eSMS refuses a duplicate RequestId for 24 hours.
/// </summary>
public interface IEsmsDispatcher
{
    /// <summary>
    /// Puts messages into the outbox. They are on disk when the call completes. Rows that the outbox already has from an interrupted run are left
    /// unchanged, so the same batch can be enqueued again until it succeeds.
    /// </summary>
    /// <param name="batch">The messages. They are read one by one.</param>
    /// <param name="cancellationToken">Cancels the call. Rows that were already enqueued stay.</param>
    /// <returns>The number of new rows.</returns>
    /// <exception cref="EsmsBatchException">
    /// A row is invalid, or it is in the outbox with other content. The rows before it may be enqueued. An outbox on RabbitMQ knows the last 100,000
    /// rows of this process. Other content from elsewhere ends as <see cref="EsmsDispatchOutcome.Invalid"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the progress of a campaign: at once, and then after changes, at most about twice a second. It ends when every row has its outcome.
    /// </summary>
    /// <param name="campaign">The campaign. A campaign that was never enqueued has no rows in a file, and is waited for on RabbitMQ.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The progress.</returns>
    /// <exception cref="IOException">The outbox cannot be read, or a stream or queue of it is gone.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<EsmsCampaignProgress> WatchAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>Returns the results of a campaign as they arrive. It ends when every row has its result.</summary>
    /// <param name="campaign">The campaign. A campaign that was never enqueued has no rows in a file, and is waited for on RabbitMQ.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>One result for each row, and on RabbitMQ one more for each other content with which the row was enqueued.</returns>
    /// <exception cref="IOException">The outbox cannot be read, or a stream or queue of it is gone.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<EsmsDispatchResult> ReadResultsAsync(string campaign, CancellationToken cancellationToken = default);
}
