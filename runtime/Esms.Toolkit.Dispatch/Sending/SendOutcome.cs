namespace Esms.Dispatching;

/// <summary>The outcome of one attempt.</summary>
internal abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The message has its final result.</summary>
    public sealed record Final(EsmsDispatchResult Result) : SendOutcome;

    /// <summary>The message is to be attempted again.</summary>
    /// <param name="Delay">The delay before that.</param>
    /// <param name="MayBeAccepted">Whether this attempt may have been accepted. When it was not, the earlier state still holds.</param>
    /// <param name="Pause">A refusal or failure that applies to all messages; null when it is about this one.</param>
    /// <param name="IsThrottled">Whether the service asked to slow down.</param>
    public sealed record Retry(TimeSpan Delay, bool MayBeAccepted, EsmsDispatchPause? Pause, bool IsThrottled) : SendOutcome;

    /// <summary>The message was not attempted, because cheaper ones can go first.</summary>
    public sealed record SetAside : SendOutcome
    {
        public static readonly SetAside Instance = new();
    }
}
