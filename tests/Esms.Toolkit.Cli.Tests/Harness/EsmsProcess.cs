using System.Diagnostics;

namespace Esms.Cli.Tests;

/// <summary>The built program, in a process of its own.</summary>
public sealed class EsmsProcess
{
    public const string ApiKey = "canary-api-key-5f3a";
    public const string SecretKey = "canary-secret-key-9c41";

    /// <summary>
    /// Where the program was built: beside the tests, some of what it needs is missing, for those have it from the framework of ASP.NET Core.
    /// </summary>
    public static string Assembly { get; } =
        Path.GetFullPath(
            Path.Combine(
                AppContext.BaseDirectory,
                "..",
                "..",
                "Esms.Toolkit.Cli",
                Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
                "esms.dll"
            )
        );

    /// <param name="input">What stands on the standard input, which is no terminal.</param>
    /// <param name="environment">Variables to set; one that is null is taken away.</param>
    public static async Task<CliResult> RunAsync(IEnumerable<string> arguments, string input = "", params (string Name, string? Value)[] environment)
    {
        var start = StartInfo(arguments);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>A start without whatever this machine has set for the program.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["ESMS_API_KEY", "ESMS_SECRET_KEY", "ESMS_OPTIONS_FILE", "LC_ALL", "LC_MESSAGES"])
            start.Environment.Remove(name);
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }
}
