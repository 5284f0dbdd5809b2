using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Esms;

/// <summary>How the calls of eSMS are received.</summary>
public sealed class EsmsCallbackOptions
{
    /// <summary>
    /// What stands at <c>{token}</c> in the address: delivery and voice callbacks are not signed, so whoever knows the address can make one.
    /// Required; at least 32 random characters, as <see cref="EsmsCallbackToken.Create"/> makes them.
    /// </summary>
    [JsonIgnore] // Logs that take objects apart would have it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Token { get; set; } = string.Empty;

    /// <summary>The token before this one, which messages on their way still have in their CallbackUrl. Null, the default, is none.</summary>
    [JsonIgnore] // Logs that take objects apart would have it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? FormerToken { get; set; }

    /// <summary>The private key that eSMS issued for messages to short numbers. Required where those are received.</summary>
    [JsonIgnore] // Logs that take objects apart would have it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ShortNumberPrivateKey { get; set; }

    /// <summary>When a call is answered. The default is when it has been handled, which loses nothing.</summary>
    public EsmsCallbackAnswer Answer { get; set; } = EsmsCallbackAnswer.WhenHandled;

    /// <summary>
    /// Whether eSMS is asked for the status before the handler sees a callback. Then status, counters and price of a delivery, and status,
    /// result, duration and pressed key of a voice call, are what eSMS answers, whatever the callback said; while eSMS answers an earlier status
    /// than that of the callback, it is asked again until <see cref="GiveUpAfter"/>. A message that eSMS does not know
    /// never reaches the handler. All other members stay as the callback has them. It needs a client: <c>services.AddEsms(…)</c>.
    /// </summary>
    public bool ConfirmByAsking { get; set; }

    /// <summary>The name of the account that is asked, as given to <c>AddEsms</c>. Null, the default, is the account without a name.</summary>
    public string? Account { get; set; }

    /// <summary>How many handlers run at a time. The default is 16.</summary>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>How many calls may be under way, those that wait for a handler included; more are answered with 503. The default is 1000.</summary>
    public int MaxPending { get; set; } = 1000;

    /// <summary>
    /// How long a call is worked on, all tries of its handler and the pauses between them included; the handler's token is cancelled then.
    /// The default is two minutes. eSMS is documented to repeat a callback that ran into a timeout, and it does not say how long that is: two
    /// minutes are more than the usual 100 seconds, so that eSMS stops waiting before we stop trying.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The pause before a handler that failed is tried again; each further one is twice as long, up to 15 seconds. The default is one second.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a call that was handled is remembered, so that its repeats do not reach the handler. The default is one hour.</summary>
    public TimeSpan RememberFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many calls are remembered at most; the oldest is forgotten first. The default is 100,000, which take about 10 MB.</summary>
    public int RememberAtMost { get; set; } = 100_000;

    /// <summary>How many characters the parameters of a call may have, encoded as they come. The default is 8192, the limit of Kestrel too.</summary>
    public int MaxLength { get; set; } = 8192;

    private (string Name, int Count)[] Counts() =>
        [
            (nameof(MaxConcurrency), MaxConcurrency),
            (nameof(MaxPending), MaxPending),
            (nameof(RememberAtMost), RememberAtMost),
            (nameof(MaxLength), MaxLength),
        ];

    private (string Name, TimeSpan Duration)[] Durations() =>
        [(nameof(GiveUpAfter), GiveUpAfter), (nameof(RetryDelay), RetryDelay), (nameof(RememberFor), RememberFor)];

    /// <summary>What is wrong with the options. Names the settings, never their values: some are secrets.</summary>
    internal IEnumerable<string> FindProblems()
    {
        if (string.IsNullOrEmpty(Token))
            yield return $"{nameof(Token)} is not set; it {EsmsCallbackToken.Rule}";
        else if (!EsmsCallbackToken.IsStrong(Token))
            yield return $"{nameof(Token)} {EsmsCallbackToken.Rule}";
        if (FormerToken is { } former && !EsmsCallbackToken.IsStrong(former))
            yield return $"{nameof(FormerToken)} {EsmsCallbackToken.Rule}";
        if (ShortNumberPrivateKey is { } key && string.IsNullOrWhiteSpace(key))
            yield return $"{nameof(ShortNumberPrivateKey)} is empty.";
        if (!Enum.IsDefined(Answer))
            yield return $"{nameof(Answer)} is none of the values there are.";
        foreach (var (name, count) in Counts())
        {
            if (count < 1)
                yield return $"{name} must be at least 1.";
        }
        foreach (var (name, duration) in Durations())
        {
            if (duration <= TimeSpan.Zero || duration > TimeSpan.FromDays(1))
                yield return $"{name} must be more than zero and at most one day.";
        }
    }
}
