namespace Esms.Dispatching.RabbitMq;

/// <summary>What a reader waits for will never come. Another session would not help.</summary>
#pragma warning disable CA1032 // Always with what is gone.
internal sealed class LostRecordsException(string message) : EndOfStreamException(message);
#pragma warning restore CA1032
