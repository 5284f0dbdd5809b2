namespace Esms.Runtime;

/// <summary>The tries of a call that brought nothing definite. Made with the first of them, for most calls have none.</summary>
/// <param name="age">How long ago the first try ended, at the latest.</param>
internal sealed class CallHistory(SendAge age)
{
    public CallHistory()
        : this(SendAge.Since(null)) { }

    public SendAge Age { get; } = age;

    /// <summary>Whether the service may have done already what is asked.</summary>
    public bool MayBeAccepted { get; set; }

    /// <summary>How each try ended.</summary>
    public EsmsException[] Errors { get; private set; } = [];

    public void Add(TryFailure failure)
    {
        Errors = [.. Errors, failure.Error];
        MayBeAccepted |= failure.MayBeAccepted;
    }

    /// <summary>Whether a further try could send a second message, because the service does not know the first one any more by then.</summary>
    public bool IsForgottenIn(TimeSpan delay) => MayBeAccepted && Age.IsForgottenIn(delay);
}
