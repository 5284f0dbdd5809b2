namespace Esms.Runtime;

/// <summary>How one try ended that brought no answer to go by.</summary>
/// <param name="error">What went wrong.</param>
/// <param name="mayBeAccepted">Whether the service may have done what was asked all the same.</param>
/// <param name="isPassing">Whether another try may go better.</param>
internal sealed class TryFailure(EsmsException error, bool mayBeAccepted, bool isPassing)
{
    public EsmsException Error { get; } = error;

    public bool MayBeAccepted { get; } = mayBeAccepted;

    public bool IsPassing { get; } = isPassing;

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The failure of the try before.</summary>
    public TryFailure? Before { get; set; }
}
