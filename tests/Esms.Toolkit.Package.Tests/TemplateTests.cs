using System.Xml.Linq;
using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary><c>dotnet new</c> with the templates of the package: what they write builds and calls.</summary>
public sealed class TemplateTests(PackedToolkit packages)
{
    [Fact]
    public async Task A_new_application_prints_a_status_and_tells_what_went_wrong()
    {
        var folder = await packages.NewFolderAsync("new-app");
        await NewAsync(folder, "esms-app", "--name", "Asker");
        var build = await Command.DotnetAsync(folder, "build", "Asker", "--output", "out", "-verbosity:minimal");
        Assert.Contains("0 Warning(s)", build.AssertSucceeded().Output, StringComparison.Ordinal);
        await using var desk = await Desk.StartAsync(SourceTree.Strangers);
        string[] ask = [Path.Combine(folder, "out", "Asker.dll"), "434a124c-7818-4f45-bdf2-7f7b07fff210100"];

        var answered = await Command.RunAsync(folder, "dotnet", ask, desk.Settings);
        var refused = await Command.RunAsync(folder, "dotnet", ask, [.. desk.Settings, ("Esms__ApiKey", "a-wrong-key")]);
        (string, string)[] nobody = [("Esms__BaseAddress", "http://127.0.0.1:1"), ("Esms__MaxTries", "1")];
        var unheard = await Command.RunAsync(folder, "dotnet", ask, [.. desk.Settings, .. nobody]);
        var withoutKeys = await Command.RunAsync(folder, "dotnet", ask);

        Assert.Equal((0, "Finished: 1 delivered, 0 failed, 850.0000 đồng"), (answered.ExitCode, answered.Output.Trim()));
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("eSMS refused GetSendStatus with code 101 (WrongCredentials)", refused.Output, StringComparison.Ordinal);
        Assert.Equal(1, unheard.ExitCode);
        Assert.StartsWith("No usable answer came: ", unheard.Output, StringComparison.Ordinal);
        Assert.Equal(2, withoutKeys.ExitCode);
        Assert.Contains("usage: Asker <message id>", withoutKeys.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_application_is_for_the_framework_that_was_asked_for_and_has_secrets_of_its_own()
    {
        var folder = await packages.NewFolderAsync("new-apps");
        await NewAsync(folder, "esms-app", "--name", "One", "--framework", "net8.0");
        await NewAsync(folder, "esms-app", "--name", "Two");
        var projects = ((string[])["One", "Two"]).Select(name => XDocument.Load(Path.Combine(folder, name, $"{name}.csproj")).Root!).ToArray();

        Assert.Equal(["net8.0", "net10.0"], projects.Select(static project => project.Descendants("TargetFramework").Single().Value));
        Assert.NotEqual(projects[0].Descendants("UserSecretsId").Single().Value, projects[1].Descendants("UserSecretsId").Single().Value);
    }

    [Fact]
    public async Task A_new_contract_compiles_as_it_is_and_is_called()
    {
        var folder = await packages.NewFolderAsync("new-contract");
        var stranger = new Stranger("Parcels", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>") { Program = "NewContract.cs" };
        await stranger.WriteAsync(folder, packages.Version);
        await NewAsync(Path.Combine(folder, "Parcels"), "esms-contract", "--name", "CheckParcel", "--client", "Parcel");
        (await Command.DotnetAsync(folder, "build", "Parcels", "--output", "out", "-verbosity:minimal")).AssertSucceeded();
        await using var desk = await Desk.StartAsync(Path.Combine(folder, "Parcels"));

        var run = await Command.RunAsync(folder, "dotnet", [Path.Combine(folder, "out", "Parcels.dll"), .. desk.Arguments]);

        Assert.Equal("100, 1", run.AssertSucceeded().Output.Trim());
    }

    [Theory]
    [InlineData("my-app", "ListThings", "ListThings")]
    [InlineData("3pl.sms", "list-things", "Listthings")]
    [InlineData("class", "ListThings2", "ListThings2")]
    public async Task A_new_application_of_any_name_takes_the_generator_and_a_new_contract(string name, string contract, string operation)
    {
        var folder = await packages.NewFolderAsync($"new-{name}");
        await NewAsync(folder, "esms-app", "--name", name);
        var project = Path.Combine(folder, name);
        (await Command.DotnetAsync(project, "add", "package", "Esms.Toolkit.Generator", "--version", packages.Version)).AssertSucceeded();
        string[] alone = ["--debug:custom-hive", Path.Combine(folder, "hive")];
        (await Command.DotnetAsync(project, ["new", "esms-contract", "--name", contract, .. alone])).AssertSucceeded();

        var build = await Command.DotnetAsync(project, "build", "-warnaserror", "-verbosity:minimal");

        build.AssertSucceeded();
        Assert.Contains(
            $"\"operation\": \"{operation}\"",
            await File.ReadAllTextAsync(Path.Combine(project, $"{contract}.esms.json"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    /// <summary>Installs the templates for nobody else on this machine, and uses one.</summary>
    private async Task NewAsync(string folder, params IEnumerable<string> arguments)
    {
        string[] alone = ["--debug:custom-hive", Path.Combine(folder, "hive")];
        var package = Path.Combine(packages.Feed, $"Esms.Toolkit.Templates.{packages.Version}.nupkg");
        if (!Directory.Exists(alone[1]))
            (await Command.DotnetAsync(folder, ["new", "install", package, .. alone])).AssertSucceeded();
        (await Command.DotnetAsync(folder, ["new", .. arguments, .. alone])).AssertSucceeded();
    }
}
