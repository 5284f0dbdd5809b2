using System.CommandLine;
using System.Text.Json.Nodes;
using Esms.Cli.Diff;

namespace Esms.Cli;

/// <summary><c>esms contracts diff</c>: what changed, and what that breaks.</summary>
internal static class ContractsDiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("old") { Description = "A contract, or a folder with contracts." };
        var after = new Argument<string>("new") { Description = "The same, later." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "diff",
            "Compares contracts, and tells what a change breaks: code that uses them, or the wire. Exit code 1 when anything breaks."
        )
        {
            before,
            after,
            json,
        };
        command.SetAction(result =>
        {
            var console = result.InvocationConfiguration;
            var changes = ContractComparer.Compare(ContractFolder.Load(result.GetValue(before)!), ContractFolder.Load(result.GetValue(after)!));
            console.Output.Write(result.GetValue(json) ? Json(changes) : Text(changes));
            return changes.Any(static change => change.Breaks != Breaks.Nothing) ? ExitCodes.Found : ExitCodes.Success;
        });
        return command;
    }

    private static string Text(IReadOnlyList<Change> changes)
    {
        var lines = changes.Select(static change => $"{Word(change.Breaks), -19} {change.Place}: {change.What}\n");
        return string.Concat(
            lines.Append(
                $"{Count(changes.Count)}; {changes.Count(static change => (change.Breaks & Breaks.CSharp) != 0)} break C#, {changes.Count(static change => (change.Breaks & Breaks.Wire) != 0)} break the wire.\n"
            )
        );
    }

    private static string Count(int changes) => changes == 1 ? "1 change" : $"{changes} changes";

    private static string Word(Breaks breaks) =>
        breaks switch
        {
            Breaks.Nothing => "breaks nothing",
            Breaks.CSharp => "breaks C#",
            Breaks.Wire => "breaks the wire",
            _ => "breaks C# and wire",
        };

    private static string Json(IReadOnlyList<Change> changes) =>
        JsonOutput.Of(
            new JsonObject
            {
                ["breaking"] = changes.Any(static change => change.Breaks != Breaks.Nothing),
                ["changes"] = new JsonArray(
                    [
                        .. changes.Select(static change => new JsonObject
                        {
                            ["place"] = change.Place,
                            ["what"] = change.What,
                            ["breaksCSharp"] = (change.Breaks & Breaks.CSharp) != 0,
                            ["breaksWire"] = (change.Breaks & Breaks.Wire) != 0,
                        }),
                    ]
                ),
            }
        ) + "\n";
}
