namespace Esms.Runtime;

/// <summary>The tries of a call that brought nothing definite. Made with the first of them, for most calls have none.</summary>
/// <param name="begun">When the first try ended, at the latest.</param>
internal sealed class CallHistory(DateTimeOffset begun)
{
    public CallHistory()
        : this(DateTimeOffset.UtcNow) { }

    public DateTimeOffset Begun { get; } = begun;

    /// <summary>Whether the service may have done already what is asked.</summary>
    public bool MayBeAccepted { get; set; }

    /// <summary>How each try ended.</summary>
    public EsmsException[] Errors { get; private set; } = [];

    public void Add(TryFailure failure)
    {
        Errors = [.. Errors, failure.Error];
        MayBeAccepted |= failure.MayBeAccepted;
    }
}
