using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>What the README tells a newcomer to do.</summary>
public sealed class ReadmeTests(PackedToolkit packages)
{
    [Fact]
    public async Task The_first_call_of_the_readme_is_made_after_one_package_was_added()
    {
        var folder = await packages.NewFolderAsync("readme");
        (await Command.DotnetAsync(folder, "new", "console", "--name", "First", "--no-restore")).AssertSucceeded();
        var project = Path.Combine(folder, "First");
        (await Command.DotnetAsync(project, "add", "package", "Esms.Toolkit", "--version", packages.Version)).AssertSucceeded();
        await using var desk = await Desk.StartAsync(SourceTree.Strangers);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), FirstCall(desk), TestContext.Current.CancellationToken);

        var run = await Command.DotnetAsync(project, "run");

        Assert.Matches("^Finished.*850", run.AssertSucceeded().Output);
    }

    /// <summary>The program as it stands there, with keys, and the address of the emulator.</summary>
    private static string FirstCall(Desk desk)
    {
        const string Keys = "ApiKey = \"…\", SecretKey = \"…\"";
        var program = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("```csharp\n")[1].Split("```")[0];
        Assert.Contains(Keys, program, StringComparison.Ordinal);
        var (address, key, secret) = (desk.Arguments[0], desk.Arguments[1], desk.Arguments[2]);
        return program.Replace(Keys, $"ApiKey = \"{key}\", SecretKey = \"{secret}\", BaseAddress = new Uri(\"{address}\")", StringComparison.Ordinal);
    }
}
