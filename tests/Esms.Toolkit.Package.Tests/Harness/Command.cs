using System.Diagnostics;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>A program that was run to its end.</summary>
internal sealed record Command(string Text, int ExitCode, string Output)
{
    /// <summary>Runs dotnet as it would run in a terminal of a stranger's.</summary>
    public static Task<Command> DotnetAsync(string folder, params IEnumerable<string> arguments) => RunAsync(folder, "dotnet", arguments);

    /// <param name="environment">Variables to set.</param>
    public static async Task<Command> RunAsync(
        string folder,
        string program,
        IEnumerable<string> arguments,
        params (string Name, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the build that started these tests has set for itself.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        // A node that waits for the next build would hold on to our pipes.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major"; // Programs for .NET 8 run on what is here.
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Command($"{program} {string.Join(' ', start.ArgumentList)}", process.ExitCode, await output + await error);
    }

    /// <summary>Whether a program can be called by its name.</summary>
    public static bool IsThere(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    public Command AssertSucceeded()
    {
        Assert.True(ExitCode == 0, $"'{Text}' ended with {ExitCode}.\n{Output}");
        return this;
    }
}
