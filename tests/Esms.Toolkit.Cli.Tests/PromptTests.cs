namespace Esms.Cli.Tests;

/// <summary>Ctrl-C while the program waits for a person ends it at once, and nothing was sent.</summary>
[FullRun("needs script of util-linux")]
public sealed class PromptTests
{
    [Theory]
    [InlineData("[y/N]", "send", "--to", "0901888484", "--text", "hi", "--brand", "Baotrixemay")]
    [InlineData("[y/N]", "send-many", "messages.csv", "--brand", "Baotrixemay")]
    [InlineData("API key:", "balance")]
    public async Task Ctrl_C_at_a_question_ends_it(string question, params string[] command)
    {
        if (!PseudoTerminal.IsThere)
            Assert.Skip("There is no script of util-linux on this machine.");
        await using var desk = await Desk.StartAsync();
        var file = desk.Write("messages.csv", "phone,content\n0901888484,hi\n");
        string[] account = question == "API key:" ? ["--base-address", desk.Address] : ["--options-file", desk.OptionsFile];
        await using var terminal = PseudoTerminal.Start([.. command.Select(word => word == "messages.csv" ? file : word), .. account]);

        Assert.True(await terminal.WaitAsync(screen => screen.Contains(question, StringComparison.Ordinal)), terminal.Screen);
        await terminal.TypeAsync("\u0003");

        Assert.Equal(ExitCodes.Canceled, await terminal.EndAsync());
        Assert.Contains("Cancelled. Nothing was sent.", terminal.Screen, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Requests);
    }
}
