namespace Esms;

/// <summary>What enqueueing a batch did.</summary>
/// <param name="Added">How many rows are new in the outbox.</param>
/// <param name="Known">How many it had already, from an earlier run. On RabbitMQ nobody knows that before they are sent, so there it is 0.</param>
public sealed record EsmsEnqueued(long Added, long Known);
