using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>Projects of those who have the packages and nothing else of this repository build without a warning, and get their answers.</summary>
public sealed class StrangerTests(StrangerSolution solution, PackedToolkit packages) : IClassFixture<StrangerSolution>
{
    [Theory]
    [InlineData("CSharp12")]
    [InlineData("NewestCSharp")]
    [InlineData("NoImplicitUsings")]
    [InlineData("NullableOff")]
    [InlineData("WarningsAsErrors")]
    [InlineData("OwnNamespace")]
    [InlineData("CentralVersions")]
    public async Task A_console_program_with_a_contract_of_its_own_gets_its_answers(string project) =>
        Assert.Equal("Finished, 850.0000 đồng, 42 sends", await solution.RunAsync(project));

    [Fact]
    public async Task A_program_for_NET_Framework_gets_its_answers_under_Mono()
    {
        Assert.SkipUnless(Command.IsThere("mono") || Environment.GetEnvironmentVariable("CI") == "true", "There is no Mono (mono-devel has it).");

        Assert.Equal("Finished, 850.0000 đồng, 42 sends", await solution.RunAsync("NetFramework"));
    }

    [Fact]
    public async Task A_strongly_named_program_for_NET_Framework_gets_its_answers_under_Mono()
    {
        Assert.SkipUnless(Command.IsThere("mono") || Environment.GetEnvironmentVariable("CI") == "true", "There is no Mono (mono-devel has it).");

        Assert.Equal("Finished, 850.0000 đồng, 42 sends", await solution.RunAsync("Signed"));
    }

    [Fact]
    public void The_usual_analyzers_have_no_word_about_generated_code() => solution.AssertBuilt("Analyzed");

    [Fact]
    public async Task Two_projects_of_a_solution_may_add_the_same_contract() =>
        Assert.Equal("42 of orders, 42 of parcels", await solution.RunAsync("TwoLibraries"));

    [Fact]
    public async Task A_test_starts_the_emulator_in_its_own_process() => Assert.Equal("Delivered", await solution.RunAsync("OnTheDesk"));

    [Fact]
    public async Task A_web_application_calls_and_is_called()
    {
        var output = await solution.RunAsync("Web", ("Logging__LogLevel__Default", "Warning"));

        Assert.Equal(["Finished, 850.0000 đồng", "a-message: Finished", "callback: 200"], output.Split('\n'));
    }

    [Fact]
    public async Task A_native_program_gets_its_answers()
    {
        var native = new Stranger(
            "Native",
            // Not the framework that our own native apps are for, so both are tried.
            """
            <TargetFramework>net9.0</TargetFramework>
            <UseAppHost>true</UseAppHost>
            <PublishAot>true</PublishAot>
            <InvariantGlobalization>true</InvariantGlobalization>
            <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            """
        )
        {
            Usings = "using Native;\n",
        };
        var folder = await packages.NewFolderAsync("native");
        await native.WriteAsync(folder, packages.Version);
        var publish = await Command.DotnetAsync(folder, "publish", native.Name, "--use-current-runtime", "--output", "out", "-verbosity:minimal");
        publish.AssertSucceeded();
        await using var desk = await Desk.StartAsync(SourceTree.Strangers);

        var run = await Command.RunAsync(folder, Path.Combine(folder, "out", native.Name), desk.Arguments);

        Assert.Equal("Finished, 850.0000 đồng, 42 sends", run.AssertSucceeded().Output.Trim());
        Assert.False(File.Exists(Path.Combine(folder, "out", $"{native.Name}.dll")));
    }

    [Fact]
    public async Task A_compiler_that_is_too_old_is_told_by_name()
    {
        string[] older = ["-p:CompilerApiVersion=roslyn4.7", "-p:NETCoreSdkVersion=7.0.400"];
        var build = await Command.DotnetAsync(solution.FolderOf("NewestCSharp"), ["build", "--no-restore", "-verbosity:minimal", .. older]);

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("Esms.Toolkit.Generator needs the C# compiler 4.8 or newer", build.Output, StringComparison.Ordinal);
        Assert.Contains("This build has 4.7, of the .NET SDK 7.0.400", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);
    }
}
