namespace Esms;

/// <summary>The result of enqueueing a batch.</summary>
/// <param name="Added">The number of new rows.</param>
/// <param name="Known">
/// The number of rows that the outbox already had from an earlier run. It is 0 on RabbitMQ, where the rows are not known before they are sent.
/// </param>
public sealed record EsmsEnqueued(long Added, long Known);
