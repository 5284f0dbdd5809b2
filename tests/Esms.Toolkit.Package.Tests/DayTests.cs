using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The commands of a day, with a real dotnet: what is done to contracts is seen by the next build, and by nobody else.</summary>
public sealed class DayTests(PackedToolkit packages)
{
    private const string Odd = "contracts/odd; name #2 (x), 100%.esms.json";

    [Fact]
    public async Task A_build_sees_contracts_that_are_added_edited_renamed_dated_back_and_deleted()
    {
        var project = await DayProject.NewAsync(packages, "builds");
        await project.PutAsync("One.esms.json", "One");
        Assert.Equal("clients: OneClient", await project.BuildAndRunAsync());

        await project.PutAsync("One.esms.json", "Uno");
        Assert.Equal("clients: UnoClient", await project.BuildAndRunAsync());

        await project.PutAsync(Odd, "Two", isOld: true);
        Assert.Equal("clients: TwoClient, UnoClient", await project.BuildAndRunAsync());

        await project.PutAsync(Odd, "Duo", isOld: true);
        Assert.Equal("clients: DuoClient, UnoClient", await project.BuildAndRunAsync());

        File.Move(Path.Combine(project.Folder, "One.esms.json"), Path.Combine(project.Folder, "Other.txt"));
        Assert.Equal("clients: DuoClient", await project.BuildAndRunAsync());

        project.Delete(Odd);
        Assert.Equal("clients:", await project.BuildAndRunAsync());

        var again = (await project.DotnetAsync("build", "--no-restore", "-verbosity:normal")).AssertSucceeded();
        Assert.Contains("Skipping target \"CoreCompile\"", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft.NET.Sdk.Web", "")]
    [InlineData("Microsoft.NET.Sdk.Worker", """<PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.14" />""")]
    public async Task Contracts_are_not_published_and_copies_in_outputs_and_other_projects_are_not_read(string sdk, string items)
    {
        var project = await DayProject.NewAsync(packages, sdk.Split('.')[^1], sdk, $"""<Compile Remove="tests/**" />{items}""");
        await project.PutAsync("One.esms.json", "One");
        await project.PutAsync("tests/One.esms.json", "One");
        await DayProject.WriteAsync(Path.Combine(project.Folder, "tests", "Tests.csproj"), "Microsoft.NET.Sdk", packages.Version, "");

        (await project.DotnetAsync("publish", "--output", "out", "-verbosity:quiet")).AssertSucceeded();
        Assert.Empty(project.ContractsIn("out").Concat(project.ContractsIn("bin")));

        // As an older package has published them, and as tests copy them for an emulator.
        await project.PutAsync("out/One.esms.json", "One");
        await project.PutAsync("tests/bin/Debug/net10.0/One.esms.json", "One");
        Assert.Equal("clients: OneClient", await project.BuildAndRunAsync());
    }

    [Fact]
    public async Task A_project_file_adds_and_removes_contracts_also_from_outside()
    {
        var project = await DayProject.NewAsync(
            packages,
            "items",
            items: """
            <EsmsContract Include="../shared/*.esms.json" />
            <EsmsContract Remove="drafts/**" />
            <EsmsContract Update="Own.esms.json" Visible="false" />
            <EsmsContract Include="Own.esms.json" />
            <AdditionalFiles Include="../shared/Shared.esms.json" />
            <Content Include="Own.esms.json" CopyToOutputDirectory="PreserveNewest" />
            """
        );
        await project.PutAsync("../shared/Shared.esms.json", "Shared");
        await project.PutAsync("drafts/Draft.esms.json", "Draft");
        await project.PutAsync("Own.esms.json", "Own");

        Assert.Equal("clients: OwnClient, SharedClient", await project.BuildAndRunAsync());
        Assert.Equal(["Own.esms.json"], project.ContractsIn("bin")); // What the project copies itself, it gets.

        await project.PutAsync("../shared/Shared.esms.json", "Common", isOld: true);
        Assert.Equal("clients: CommonClient, OwnClient", await project.BuildAndRunAsync());
    }

    [Fact]
    public async Task A_program_of_one_file_sees_its_contract_and_a_change_of_it()
    {
        var project = await DayProject.NewAsync(packages, "script");
        project.Delete("script.csproj");
        project.Delete("Program.cs");
        await project.PutAsync("One.esms.json", "One");
        var text =
            $"#:package Esms.Toolkit@{packages.Version}\n#:package Esms.Toolkit.Generator@{packages.Version}\n#:property PublishAot=false\n{DayProject.Program}";
        await File.WriteAllTextAsync(Path.Combine(project.Folder, "app.cs"), text, TestContext.Current.CancellationToken);
        Assert.EndsWith("clients: OneClient", (await project.DotnetAsync("run", "app.cs")).AssertSucceeded().Output.Trim(), StringComparison.Ordinal);

        await project.PutAsync("One.esms.json", "Uno");
        Assert.EndsWith("clients: UnoClient", (await project.DotnetAsync("run", "app.cs")).AssertSucceeded().Output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_sees_an_edited_contract()
    {
        var project = await DayProject.NewAsync(packages, "watched");
        await project.PutAsync("One.esms.json", "One");
        await using var watch = Watch.Start(project.Folder);
        await watch.WaitForAsync("clients: OneClient");

        await project.PutAsync("One.esms.json", "Uno");

        await watch.WaitForAsync("clients: UnoClient");
    }

    /// <summary>A native program is one file without an ending, beside which the project may have put its contracts.</summary>
    [Fact]
    public async Task Copies_beside_a_published_native_program_are_not_read()
    {
        var project = await DayProject.NewAsync(packages, "native");
        await project.PutAsync("One.esms.json", "One");
        foreach (var program in (string[])["native", "native.dbg", "native.exe", "native.so", "native.dylib", "native.a"])
        {
            var folder = $"out/{program}-";
            await project.PutAsync($"{folder}/One.esms.json", "One");
            await File.WriteAllTextAsync(Path.Combine(project.Folder, folder, program), "", TestContext.Current.CancellationToken);
        }

        Assert.Equal("clients: OneClient", await project.BuildAndRunAsync());
    }

    [Fact]
    public async Task A_contract_that_is_named_and_missing_is_said_by_its_name()
    {
        var project = await DayProject.NewAsync(packages, "missing", items: """<EsmsContract Include="nope.esms.json" />""");

        var build = await project.DotnetAsync("build");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("EsmsContract names files that do not exist: nope.esms.json.", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MSB3954", build.Output, StringComparison.Ordinal);
    }
}
