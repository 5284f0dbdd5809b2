using Esms.Toolkit.Reader;

namespace Esms.Cli;

/// <summary>A question before something that cannot be undone.</summary>
internal static class Confirmation
{
    /// <param name="question">What is about to happen.</param>
    /// <param name="option">The option that answers it in a script.</param>
    /// <exception cref="UsageException">There is nobody to ask.</exception>
    public static bool Ask(string question, string option)
    {
        if (Console.IsInputRedirected)
            throw new UsageException(
                "There is no terminal on which to ask whether to send.",
                $"Give {option} to send without a question, or --dry-run to see the request."
            );
        using var interrupt = new PromptInterrupt();
        Console.Error.Write($"{question} [y/N] ");
        return LatinLetters.WithoutMarks(Console.In.ReadLine()?.Trim() ?? string.Empty).ToUpperInvariant() is "Y" or "YES" or "C" or "CO";
    }
}
