using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The emulator in the tests of somebody's web application, on each framework, beside settings that are not its own.</summary>
public sealed class TestHostTests(TestHostSolution solution) : IClassFixture<TestHostSolution>
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task The_tests_of_a_web_application_pass(string framework)
    {
        var tests = solution.ProgramOf("Shop.Tests", framework);

        // From the folder of the application, and beside its settings in the folder of the tests.
        var run = await Command.RunAsync(solution.FolderOf("Shop"), "dotnet", [tests], ("Kestrel__Endpoints__Other__Url", "http://127.0.0.1:0"));

        Assert.Contains(", Failed: 0, Skipped: 0", run.AssertSucceeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net8.0", "INT")]
    [InlineData("net10.0", "INT")]
    [InlineData("net10.0", "TERM")]
    public async Task A_signal_ends_a_program_that_waits_with_an_emulator(string framework, string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        // A step of a script that runs in the background has signals ignored, and so have those that it starts.
        var script = $"""
            mkfifo said
            {(OperatingSystem.IsLinux() ? "env --default-signal" : "")} dotnet '{solution.ProgramOf("Waiter", framework)}' >said &
            read line <said && echo "$line" && kill -s {signal} $! && wait $!
            """;
        var run = await Command.RunAsync(Directory.CreateDirectory(solution.FolderOf($"{framework}-{signal}")).FullName, "/bin/sh", ["-c", script]);

        Assert.StartsWith("waits", run.Output, StringComparison.Ordinal); // A shell may say how its child ended.
        Assert.NotEqual(0, run.ExitCode);
    }
}
