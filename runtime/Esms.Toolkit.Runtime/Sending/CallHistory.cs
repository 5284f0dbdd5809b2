namespace Esms.Runtime;

/// <summary>The tries of a call that brought nothing definite. Made with the first of them, for most calls have none.</summary>
/// <param name="age">How long ago the first try ended, at the latest.</param>
internal sealed class CallHistory(SendAge age)
{
    private TryFailure? _last;

    public CallHistory()
        : this(SendAge.Since(null)) { }

    public SendAge Age { get; } = age;

    /// <summary>Whether the service may have done already what is asked.</summary>
    public bool MayBeAccepted { get; set; }

    /// <summary>How many tries there were.</summary>
    public int Tries { get; private set; }

    /// <summary>How the last try ended.</summary>
    public EsmsException? Last => _last?.Error;

    public void Add(TryFailure failure)
    {
        failure.Before = _last;
        _last = failure;
        Tries++;
        MayBeAccepted |= failure.MayBeAccepted;
    }

    /// <summary>How each try ended, in their order. An array only when it is asked for, because it would bring its interfaces into every native app.</summary>
    public EsmsException[] ToArray()
    {
        var errors = new EsmsException[Tries];
        var place = Tries;
        for (var failure = _last; failure is not null; failure = failure.Before)
            errors[--place] = failure.Error;
        return errors;
    }

    /// <summary>Whether a further try could send a second message, because the service does not know the first one any more by then.</summary>
    public bool IsForgottenIn(TimeSpan delay) => MayBeAccepted && Age.IsForgottenIn(delay);
}
