namespace Esms.Emulator;

/// <summary>What goes wrong, and how often.</summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>The operation that it happens to; null, the default, for all.</summary>
    public string? Operation { get; init; }

    /// <summary>How many of a hundred requests it happens to. The default is all.</summary>
    public int Percent { get; init; } = 100;

    /// <summary>How often it happens at most; null, the default, without an end.</summary>
    public int? Times { get; init; }

    /// <summary>
    /// How long <see cref="FaultKind.Latency"/> and <see cref="FaultKind.LateSuccess"/> wait, by the clock on the wall. The default is one second.
    /// </summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The HTTP status of <see cref="FaultKind.ServerError"/>. The default is 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Whether the request never gets to the emulator.</summary>
    internal bool KeepsRequest => Kind is FaultKind.Hang or FaultKind.Reset or FaultKind.ServerError or FaultKind.TooManyRequests;
}

/// <summary>What can go wrong.</summary>
public enum FaultKind
{
    /// <summary>The request is handled, after a while.</summary>
    Latency,

    /// <summary>Nothing is accepted, and no answer comes.</summary>
    Hang,

    /// <summary>Nothing is accepted, and the connection breaks.</summary>
    Reset,

    /// <summary>Nothing is accepted, and an error page comes.</summary>
    ServerError,

    /// <summary>Nothing is accepted: HTTP status 429, with Retry-After.</summary>
    TooManyRequests,

    /// <summary>The request is handled, and half of the answer comes before the connection breaks.</summary>
    HalfBody,

    /// <summary>The request is handled, and the answer comes after a while.</summary>
    LateSuccess,

    /// <summary>The request is handled, and the connection breaks before the answer.</summary>
    LostAnswer,

    /// <summary>The callback of the message is made twice.</summary>
    DuplicateCallback,
}
