using System.Diagnostics;

namespace Esms.Cli.Tests;

/// <summary>The built program, in a process of its own.</summary>
public sealed class EsmsProcess
{
    public const string ApiKey = "canary-api-key-5f3a";
    public const string SecretKey = "canary-secret-key-9c41";

    /// <param name="input">What stands on the standard input, which is no terminal.</param>
    /// <param name="environment">Variables to set; one that is null is taken away.</param>
    public static async Task<CliResult> RunAsync(IEnumerable<string> arguments, string input = "", params (string Name, string? Value)[] environment)
    {
        using var process = Process.Start(EsmsStart.Of(arguments, environment))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CliResult(process.ExitCode, await output, await error);
    }
}
