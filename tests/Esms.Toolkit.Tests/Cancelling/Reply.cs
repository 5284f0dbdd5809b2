namespace Esms.Tests.Cancelling;

/// <summary>What a <see cref="StoppingService"/> does with a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, which comes in pieces.</param>
/// <param name="IsLost">Whether the service may have accepted what it was asked, though this does not say so.</param>
/// <param name="Breaks">Whether the connection breaks before the last piece.</param>
internal sealed record Reply(int Status, string Body, bool IsLost = false, bool Breaks = false)
{
    /// <summary>An error that says that nothing was done.</summary>
    public static Reply TooMany { get; } = new(429, "too many");

    /// <summary>An error behind which a send may be accepted.</summary>
    public static Reply Down { get; } = new(500, "<html>down</html>", IsLost: true);

    /// <summary>An answer that stops half-way.</summary>
    public static Reply Broken { get; } = new(200, """{ "CodeResult": "100" }""", IsLost: true, Breaks: true);

    /// <summary>A refusal that asks to come again.</summary>
    public static Reply Busy { get; } = new(200, """{ "CodeResult": "160", "CodeResponse": "160" }""");

    /// <summary>An answer to each of the calls here.</summary>
    public static Reply Accepted { get; } =
        new(200, """{ "CodeResult": "100", "CodeResponse": "100", "SMSID": "1", "Data": { "status": 1 }, "Balance": 1, "detail": [] }""");

    /// <summary>What a service says that has accepted the send before.</summary>
    public static Reply Duplicate { get; } = new(200, """{ "CodeResult": "124" }""");
}
