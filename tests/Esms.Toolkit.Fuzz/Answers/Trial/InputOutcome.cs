namespace Esms.Toolkit.Fuzz.Answers.Trial;

/// <summary>What became of one input.</summary>
/// <param name="What">What it came to, on each way that it was given.</param>
/// <param name="Failure">What the toolkit did wrong, or null.</param>
internal sealed record InputOutcome(IReadOnlyList<string> What, string? Failure = null);
