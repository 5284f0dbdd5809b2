namespace Esms.Dispatching;

/// <summary>How one try of a kept message ended.</summary>
internal abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The message has its outcome.</summary>
    public sealed record Final(EsmsDispatchResult Result) : SendOutcome;

    /// <summary>It is to be tried again.</summary>
    /// <param name="Delay">After how long.</param>
    /// <param name="MayBeAccepted">Whether this try may have been accepted. When not, what was known before it still holds.</param>
    /// <param name="Pause">A refusal or failure that stands for all messages; null when it is about this one.</param>
    /// <param name="IsThrottled">Whether the service asked to slow down.</param>
    public sealed record Again(TimeSpan Delay, bool MayBeAccepted, EsmsDispatchPause? Pause, bool IsThrottled) : SendOutcome;

    /// <summary>It was not tried, because others can go that cost less.</summary>
    public sealed record Aside : SendOutcome
    {
        public static readonly Aside Instance = new();
    }
}
