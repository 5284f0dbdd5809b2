using System.CommandLine;

namespace Esms.Cli;

/// <summary>How many messages are under way at once.</summary>
internal static class InFlightOption
{
    public static Option<int> Create() =>
        new("--in-flight")
        {
            HelpName = "number",
            Description = "How many messages are under way at once. 16 when it is not given.",
            DefaultValueFactory = static _ => 16,
        };

    /// <exception cref="UsageException">It is out of range.</exception>
    public static int Read(ParseResult result, Option<int> option) =>
        result.GetValue(option) is var count and >= 1 and <= 1000
            ? count
            : throw new UsageException($"{option.Name}: {result.GetValue(option)} is not a number from 1 to 1000.");
}
