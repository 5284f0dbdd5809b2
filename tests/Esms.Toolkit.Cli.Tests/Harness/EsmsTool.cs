namespace Esms.Cli.Tests;

/// <summary>The same program in this process, which takes no time to start.</summary>
internal static class EsmsTool
{
    /// <returns>The exit code, standard output and standard error.</returns>
    public static (int ExitCode, string Output, string Error) Invoke(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = EsmsProgram.RunAsync(arguments, new() { Output = output, Error = error }).GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }
}
