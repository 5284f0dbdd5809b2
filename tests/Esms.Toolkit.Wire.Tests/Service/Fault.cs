namespace Esms.Wire.Tests.Service;

/// <summary>What the service does with a request.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Act">What happens to the answer.</param>
/// <param name="Accepts">Whether the service accepts the message first.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Body">The body of the answer; null for the answer that the service gives to the message.</param>
/// <param name="IsOnce">Whether only the first request of a call meets with it.</param>
internal sealed record Fault(string Name, Act Act, bool Accepts = true, int Status = 200, string? Body = null, bool IsOnce = false)
{
    private const string Json =
        """{"timestamp":"2026-11-30T10:00:00","error":"Gateway Timeout","CodeResult":"104","CodeResponse":"104","CountRegenerate":0}""";

    private const string Html = "<html><body>Gateway Timeout</body></html>";

    private static readonly (string Name, string Text)[] Bodies = [("json", Json), ("html", Html), ("nothing", "")];

    /// <summary>The service works.</summary>
    public static Fault None { get; } = new("none", Act.Answer);

    /// <summary>Nobody listens.</summary>
    public static Fault Refused { get; } = new("connection refused", Act.Refuse, Accepts: false);

    public static IReadOnlyList<Fault> All { get; } =
    [
        None,
        Refused,
        new("lost before", Act.Close, Accepts: false),
        new("lost after", Act.Close),
        new("lost before, once", Act.Close, Accepts: false, IsOnce: true),
        new("lost after, once", Act.Close, IsOnce: true),
        new("half an answer", Act.Half),
        new("hang before", Act.Hang, Accepts: false),
        new("hang after", Act.Hang),
        new("duplicate", Act.Answer, Accepts: false, Body: Answers.Duplicate),
        new("refusal", Act.Answer, Accepts: false, Body: Answers.Refusal),
        new("no money", Act.Answer, Accepts: false, Body: Answers.NoMoney),
        new("redirect", Act.Redirect, Accepts: false, Status: 307),
        .. Of(500, accepts: false),
        .. Of(503, accepts: false),
        .. Of(504, accepts: true),
        .. Of(408, accepts: true),
        .. Of(429, accepts: false),
    ];

    /// <summary>Whether it says for certain that nothing was done.</summary>
    public bool IsRejection => !Accepts && (Body is not null && Status is 200 or 429 || Act == Act.Redirect);

    public override string ToString() => Name;

    private static IEnumerable<Fault> Of(int status, bool accepts) =>
        Bodies.Select(body => new Fault($"{status} with {body.Name}", Act.Answer, accepts, status, body.Text));
}
