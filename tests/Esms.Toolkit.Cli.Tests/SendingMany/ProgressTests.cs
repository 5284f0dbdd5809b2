using System.Text.RegularExpressions;
using Esms.Emulator;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>The line that tells how far <c>esms send-many</c> has come.</summary>
public sealed partial class ProgressTests
{
    [Theory]
    [InlineData(200, "[##..] 1 of 2, 850 đồng")]
    [InlineData(24, "[##..] 1 of 2, 850 đồng")]
    [InlineData(23, "1 of 2, 850 đồng")]
    [InlineData(17, "1 of 2, 850 đồng")]
    [InlineData(10, "1 of 2, 8")]
    [InlineData(1, "1")]
    public void It_fits_into_the_terminal(int columns, string expected) =>
        Assert.Equal(expected, CampaignView.Fit("1 of 2, 850 đồng", "[##..]", columns));

    [Theory]
    [FullRun("needs script of util-linux")]
    [InlineData(40)]
    [InlineData(69)]
    public async Task A_narrow_terminal_does_not_scroll(int columns)
    {
        if (!PseudoTerminal.IsThere)
            Assert.Skip("There is no script of util-linux on this machine.");
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(300) },
            },
        };
        var csv = "phone,content\n" + string.Concat(Enumerable.Range(10, 8).Select(static i => $"09018884{i},Cam on {i}\n"));
        await using var terminal = PseudoTerminal.Start(
            [
                "send-many",
                desk.Write("messages.csv", csv),
                "--brand",
                "Baotrixemay",
                "--price",
                "850",
                "--in-flight",
                "1",
                "--yes",
                "--options-file",
                desk.OptionsFile,
            ],
            columns
        );

        Assert.True(await terminal.EndAsync() == 0, terminal.Screen);

        var shown = Escape().Replace(terminal.Screen, string.Empty).Split('\r', '\n').Where(static line => ProgressLine().IsMatch(line)).ToList();
        Assert.True(shown.Count > 2, terminal.Screen);
        Assert.All(shown, line => Assert.True(line.Length < columns, line));
    }

    [GeneratedRegex(@"\e\[[\d;?]*[a-zA-Z]|\e[=>]")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\d of 8")]
    private static partial Regex ProgressLine();
}
