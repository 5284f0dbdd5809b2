using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary>The command cannot be carried out as it was given. Nothing was sent.</summary>
#pragma warning disable CA1032, CA1064 // Made and caught in this program only, always with its words.
internal sealed class UsageException : Exception
#pragma warning restore CA1032, CA1064
{
    /// <param name="problem">What is wrong, and where.</param>
    /// <param name="advice">What to do next, if that is not plain.</param>
    public UsageException(string problem, string? advice = null)
        : base(problem)
    {
        Problems = [problem];
        Advice = advice;
    }

    public UsageException(IReadOnlyList<string> problems, string? advice)
        : base(string.Join(" ", problems))
    {
        Problems = problems;
        Advice = advice;
    }

    public IReadOnlyList<string> Problems { get; }

    public string? Advice { get; }

    public static UsageException UnknownOperation(string name, OperationCatalog catalog) =>
        new($"There is no operation '{name}'{Suggestion.For(name, catalog.Names)}", "esms contracts list shows those there are.");
}
