namespace Esms.Emulator;

/// <summary>Finds what is wrong with a fault script before it is taken, because a rule that cannot be would fail at every later call.</summary>
internal static class FaultCheck
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <param name="operations">Those that there are.</param>
    /// <exception cref="ArgumentException">A rule cannot be; the message names it.</exception>
    public static void Throw(FaultScript script, IReadOnlySet<string> operations)
    {
        for (var i = 0; i < script.Rules.Count; i++)
        {
            if (Find(script.Rules[i], operations) is { } problem)
                throw new ArgumentException($"Rule {i + 1} of the fault script: {problem}", nameof(script));
        }
    }

    private static string? Find(FaultRule? rule, IReadOnlySet<string> operations) =>
        rule switch
        {
            null => "it is null.",
            _ when !Enum.IsDefined(rule.Kind) => $"there is no kind {rule.Kind}; there are {string.Join(", ", Enum.GetNames<FaultKind>())}.",
            { Operation: { } operation } when !operations.Contains(operation) => $"no contract has the operation {operation}.",
            { Percent: < 0 or > 100 } => $"Percent is {rule.Percent}; it is 0 to 100.",
            { Times: < 0 } => $"Times is {rule.Times}; it is 0 or more.",
            { Status: < 400 or > 599 } => $"Status is {rule.Status}; it is 400 to 599.",
            _ when rule.Delay < TimeSpan.Zero || rule.Delay > LongestDelay => $"Delay is {rule.Delay}; it is {TimeSpan.Zero} to {LongestDelay}.",
            _ => null,
        };
}
