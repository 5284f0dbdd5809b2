using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Esms.Toolkit.Budgets.Native;

/// <summary>Publishes projects as native code.</summary>
internal static partial class Publishing
{
    public static async Task RunAsync(string project, string log, params string[] options)
    {
        // The console is left out: servers that the build leaves behind would hold on to our pipes.
        string[] arguments =
        [
            "publish",
            project,
            "--configuration",
            "Release",
            .. options,
            "-noConsoleLogger",
            "-fileLogger",
            $"-fileLoggerParameters:LogFile={log};Verbosity=minimal",
        ];
        using var build = Process.Start("dotnet", arguments);
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
            throw new InvalidOperationException($"Publishing {project} failed; {log} says why.");
    }

    public static int CountWarnings(string log) => File.ReadLines(log).Count(static line => Warning().IsMatch(line));

    [GeneratedRegex(@"\bwarning [A-Z]+\d+:")]
    private static partial Regex Warning();
}
