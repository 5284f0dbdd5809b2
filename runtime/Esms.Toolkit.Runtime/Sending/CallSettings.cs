namespace Esms.Runtime;

/// <summary>The bounds of one call.</summary>
/// <param name="Timeout">For the call in all.</param>
/// <param name="TryTimeout">For each try.</param>
/// <param name="MaxTries">How often it is tried, the first try included.</param>
/// <param name="RetryDelay">The pause before the second try; each further one is twice as long.</param>
/// <param name="MaxResponseBytes">The largest answer.</param>
internal sealed record CallSettings(TimeSpan Timeout, TimeSpan TryTimeout, int MaxTries, TimeSpan RetryDelay, int MaxResponseBytes)
{
    public static CallSettings Of(EsmsOptions options) =>
        new(options.Timeout, options.TryTimeout, options.MaxTries, options.RetryDelay, options.MaxResponseBytes);

    /// <summary>The same, but for what a caller wants to be different.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public CallSettings With(EsmsCallOptions options)
    {
        var changed = this with
        {
            Timeout = options.Timeout ?? Timeout,
            TryTimeout = options.TryTimeout ?? TryTimeout,
            MaxTries = options.MaxTries ?? MaxTries,
        };
        if (EsmsOptions.FindProblem(changed.Timeout, changed.TryTimeout, changed.MaxTries) is { } problem)
            throw new ArgumentException($"{nameof(EsmsCallOptions)}.{problem}", nameof(options));
        return changed;
    }
}
