namespace Esms.Runtime;

/// <summary>The bounds of one call. No record, whose equality and text would be linked into every native app.</summary>
internal sealed class CallSettings
{
    public CallSettings(EsmsOptions options)
    {
        Timeout = options.Timeout;
        TryTimeout = options.TryTimeout;
        MaxTries = options.MaxTries;
        RetryDelay = options.RetryDelay;
        MaxResponseBytes = options.MaxResponseBytes;
    }

    private CallSettings(CallSettings settings, EsmsCallOptions changes)
    {
        Source = settings;
        Timeout = changes.Timeout ?? settings.Timeout;
        TryTimeout = changes.TryTimeout ?? settings.TryTimeout;
        MaxTries = changes.MaxTries ?? settings.MaxTries;
        RetryDelay = settings.RetryDelay;
        MaxResponseBytes = settings.MaxResponseBytes;
    }

    /// <summary>The bounds that these differ from; null for those of the account.</summary>
    public CallSettings? Source { get; }

    /// <summary>For the call in all.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>For each try.</summary>
    public TimeSpan TryTimeout { get; }

    /// <summary>How often a call is tried, the first try included.</summary>
    public int MaxTries { get; }

    /// <summary>The pause before the second try; each further one is twice as long.</summary>
    public TimeSpan RetryDelay { get; }

    /// <summary>The largest answer.</summary>
    public int MaxResponseBytes { get; }

    /// <summary>The time limit of a first try, for which nothing of the time has passed.</summary>
    public TimeSpan FirstLimit => TryTimeout < Timeout ? TryTimeout : Timeout;

    /// <summary>The same, but for what a caller wants to be different.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public CallSettings With(EsmsCallOptions changes)
    {
        var changed = new CallSettings(this, changes);
        return EsmsOptions.FindProblem(changed.Timeout, changed.TryTimeout, changed.MaxTries) is { } problem
            ? throw new ArgumentException($"{nameof(EsmsCallOptions)}.{problem}", nameof(changes))
            : changed;
    }
}
