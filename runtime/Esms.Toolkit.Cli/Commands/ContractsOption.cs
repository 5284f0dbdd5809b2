using System.CommandLine;

namespace Esms.Cli;

/// <summary>
/// The folder with contracts of one's own. It decides which commands there are, so it is looked for before the command line is read.
/// </summary>
internal static class ContractsOption
{
    public const string Name = "--contracts";

    public static Option<string> Create() =>
        new(Name)
        {
            HelpName = "folder",
            Description = "A folder with contracts (*.esms.json) of your own, which are called as the built-in ones are.",
            Recursive = true,
        };
}
