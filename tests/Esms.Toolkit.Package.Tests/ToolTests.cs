using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The commands, installed from their packages.</summary>
public sealed class ToolTests(PackedToolkit packages)
{
    [Fact]
    public async Task Esms_is_installed_and_asks_for_the_balance()
    {
        var folder = await InstallAsync("Esms.Toolkit.Cli");
        await using var desk = await Desk.StartAsync(Repository.Strangers);
        var options = Path.Combine(folder, "options.json");
        await File.WriteAllTextAsync(options, desk.Json, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(options, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var run = await Command.RunAsync(folder, Path.Combine(folder, "esms"), ["balance", "--options-file", options]);

        Assert.Equal("10.000.000 đồng", run.AssertSucceeded().Output.Trim());
    }

    [Fact]
    public async Task The_emulator_is_installed_with_its_database()
    {
        var folder = await InstallAsync("Esms.Toolkit.Emulator.Tool");

        var emulator = Path.Combine(folder, "esms-emulator");

        var help = await Command.RunAsync(folder, emulator, ["--help"]);
        var noPlace = await Command.RunAsync(folder, emulator, ["--data", Path.Combine(folder, "no-folder", "messages.db")]);

        Assert.StartsWith("esms-emulator: ", help.AssertSucceeded().Output, StringComparison.Ordinal);
        // Words of the native library, which is therefore there.
        Assert.Contains("SQLite Error 14", noPlace.Output, StringComparison.Ordinal);
        Assert.Equal(2, noPlace.ExitCode);
    }

    private async Task<string> InstallAsync(string id)
    {
        var folder = await packages.NewFolderAsync(id);
        string[] from = ["--version", packages.Version, "--add-source", packages.Feed, "--tool-path", folder];
        (await Command.DotnetAsync(folder, ["tool", "install", id, .. from])).AssertSucceeded();
        return folder;
    }
}
