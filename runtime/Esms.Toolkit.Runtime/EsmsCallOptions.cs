namespace Esms;

/// <summary>What is to be different for some calls; null leaves what <see cref="EsmsOptions"/> says.</summary>
public sealed class EsmsCallOptions
{
    /// <summary>How long a call may take in all, its tries and the pauses between them included.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long one try may take.</summary>
    public TimeSpan? TryTimeout { get; init; }

    /// <summary>How often a call is tried at most, the first try included. What could send twice is tried once, whatever is said here.</summary>
    public int? MaxTries { get; init; }
}
