namespace Esms.Runtime;

/// <summary>How one try ended that brought no answer to go by.</summary>
/// <param name="Error">What went wrong.</param>
/// <param name="MayBeAccepted">Whether the service may have done what was asked all the same.</param>
/// <param name="IsPassing">Whether another try may go better.</param>
internal sealed record TryFailure(EsmsException Error, bool MayBeAccepted, bool IsPassing)
{
    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
