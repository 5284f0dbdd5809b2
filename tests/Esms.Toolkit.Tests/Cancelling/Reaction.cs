namespace Esms.Tests.Cancelling;

/// <summary>When a caller cancels, and how what the call waits for takes it.</summary>
public enum Reaction
{
    /// <summary>The call is waiting, and what it waits for ends as cancelled.</summary>
    WhileWaiting,

    /// <summary>The wait is about to begin.</summary>
    BeforeWaiting,

    /// <summary>The call is waiting, and what it waits for ends as a connection does that somebody closes.</summary>
    Breaking,
}
