using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Esms.Mono.Tests;

/// <summary>
/// Starts the tests of calls, built for .NET Framework and against the netstandard2.0 build of the runtime and the clients, under Mono. Where there
/// is no Mono they are skipped, except where CI=true says that everything must be tested.
/// </summary>
public sealed partial class MonoTests
{
    /// <summary>Fewer would mean that tests were lost on the way.</summary>
    private const int LeastTests = 600;

    private static string Program =>
        typeof(MonoTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Program").Value!;

    [Fact]
    public async Task The_tests_of_calls_pass_under_Mono()
    {
        var (status, output) = await RunAsync("mono", Program, "-noColor", "-noLogo");
        if (output.Contains("Could not load file or assembly 'netstandard", StringComparison.Ordinal))
            Miss("Mono is there without its facades for netstandard (mono-devel has them).");

        var summary = Summary().Match(output);
        Assert.True(status == 0 && summary.Success, output);
        Assert.Equal(("0", "0"), (summary.Groups["errors"].Value, summary.Groups["failed"].Value));
        Assert.InRange(int.Parse(summary.Groups["total"].Value, CultureInfo.InvariantCulture), LeastTests, int.MaxValue);
        TestContext.Current.TestOutputHelper!.WriteLine(summary.Value);
    }

    private static async Task<(int Status, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Miss("There is no Mono (mono-devel has it, with its facades for netstandard).");
        }
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            process.Kill();
        }
    }

    private static void Miss(string problem)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", problem);
        Assert.Skip(problem);
    }

    [GeneratedRegex("Total: (?<total>[0-9]+), Errors: (?<errors>[0-9]+), Failed: (?<failed>[0-9]+)")]
    private static partial Regex Summary();
}
