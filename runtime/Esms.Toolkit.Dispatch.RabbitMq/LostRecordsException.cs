namespace Esms.Dispatching.RabbitMq;

/// <summary>The records that a reader waits for will never arrive. Another session would not help.</summary>
#pragma warning disable CA1032 // Always created with a message.
internal sealed class LostRecordsException(string message) : EndOfStreamException(message);
#pragma warning restore CA1032
