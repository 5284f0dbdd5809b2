using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The commands, installed from their packages.</summary>
public sealed class ToolTests(PackedToolkit packages)
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Esms_is_installed_and_asks_for_the_balance(string framework)
    {
        var folder = await InstallAsync("Esms.Toolkit.Cli", framework);
        await using var desk = await Desk.StartAsync(SourceTree.Strangers);
        var options = Path.Combine(folder, "options.json");
        await File.WriteAllTextAsync(options, desk.Json, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(options, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var run = await Command.RunAsync(folder, Path.Combine(folder, "esms"), ["balance", "--options-file", options]);

        Assert.Equal("10.000.000 đồng", run.AssertSucceeded().Output.Trim());
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task The_emulator_is_installed_with_its_database(string framework)
    {
        var folder = await InstallAsync("Esms.Toolkit.Emulator.Tool", framework);

        var emulator = Path.Combine(folder, "esms-emulator");

        var help = await Command.RunAsync(folder, emulator, ["--help"]);
        var noDatabase = Path.Combine(folder, "messages.db");
        await File.WriteAllTextAsync(noDatabase, new string('a', 2000), TestContext.Current.CancellationToken);
        var refused = await Command.RunAsync(folder, emulator, ["--data", noDatabase]);

        Assert.StartsWith("esms-emulator: ", help.AssertSucceeded().Output, StringComparison.Ordinal);
        // Words of the native library, which is therefore there.
        Assert.Contains("SQLite Error 26", refused.Output, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
    }

    private async Task<string> InstallAsync(string id, string framework)
    {
        var folder = await packages.NewFolderAsync($"{id}-{framework}");
        string[] from = ["--version", packages.Version, "--framework", framework, "--add-source", packages.Feed, "--tool-path", folder];
        (await Command.DotnetAsync(folder, ["tool", "install", id, .. from])).AssertSucceeded();
        return folder;
    }
}
