namespace Esms.Runtime;

/// <summary>
/// Which tries are followed by another one, and when. The rules are ours, because no library knows them: a repeat of a send is safe only with
/// its id, and an answer to a repeat tells of the tries before it.
/// </summary>
internal static class RetryRules
{
    /// <summary>Pauses grow no longer than this, unless the service asks for more.</summary>
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(8);

    public static bool MayTryAgain(EsmsRepeat repeat, TryFailure failure, int tries, CallSettings settings) =>
        tries < settings.MaxTries
        && repeat switch
        {
            EsmsRepeat.Safe => failure.IsPassing,
            // An answer that nobody can read is asked for again: the service tells by the id whether it has the send.
            EsmsRepeat.Keyed => failure.IsPassing || failure.Error is EsmsProtocolException,
            _ => false,
        };

    /// <summary>
    /// The pause before the next try: twice as long each time, and by up to half shorter by chance, so that clients that failed together do not
    /// come back together. What the service asks for is kept.
    /// </summary>
    public static TimeSpan DelayAfter(TryFailure failure, int tries, CallSettings settings)
    {
        var longest = Math.Min(settings.RetryDelay.TotalMilliseconds * Math.Pow(2, Math.Min(tries - 1, 16)), MaxDelay.TotalMilliseconds);
#pragma warning disable CA5394 // Chance spreads the load here; it guards nothing.
        var delay = TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
        return failure.RetryAfter is { } asked && asked > delay ? asked : delay;
    }

    /// <summary>
    /// A refusal that is not the last word: it asks to wait, or it follows a try that may have been accepted and says nothing about that one.
    /// Null for a refusal that is definite.
    /// </summary>
    public static TryFailure? FindPending(EsmsEndpoint endpoint, EsmsResponse refusal, bool mayBeAccepted) =>
        refusal.ResultCode switch
        {
            EsmsResultCode.TooManyRequests => new TryFailure(new EsmsApiException(endpoint, refusal), mayBeAccepted, isPassing: true),
            EsmsResultCode.AlreadyInProgress when endpoint.Repeat == EsmsRepeat.Keyed => new TryFailure(
                new EsmsApiException(endpoint, refusal),
                mayBeAccepted,
                isPassing: true
            ),
            _ when mayBeAccepted && !IsAboutTheRequest(refusal.ResultCode) => new TryFailure(
                new EsmsApiException(endpoint, refusal),
                mayBeAccepted: true,
                isPassing: false
            ),
            _ => null,
        };

    /// <summary>
    /// Whether a code is about the request itself. Such a refusal would have met the try before it as well. A balance that is too low, a wrong
    /// key or a code without a name says nothing of that: the balance may be low because the try before it was accepted.
    /// </summary>
    private static bool IsAboutTheRequest(EsmsResultCode code) =>
        !code.CanRetry() && code is not (EsmsResultCode.WrongCredentials or EsmsResultCode.Unspecified) && code.ToName() is not null;
}
