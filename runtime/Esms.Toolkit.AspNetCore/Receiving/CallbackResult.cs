namespace Esms.Receiving;

/// <summary>What became of a call.</summary>
internal enum CallbackOutcome
{
    /// <summary>Its handler succeeded, now or earlier.</summary>
    Handled,

    /// <summary>It is in the queue.</summary>
    Queued,

    /// <summary>Its handler failed until there was no more time.</summary>
    Failed,

    /// <summary>There was no room for it, or the application is stopping.</summary>
    Refused,
}

/// <summary>What became of a call, and what is answered.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reply">What is answered; null when there is nothing to say.</param>
internal readonly record struct CallbackResult(CallbackOutcome Outcome, string? Reply = null);
