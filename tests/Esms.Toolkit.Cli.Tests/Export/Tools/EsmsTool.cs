namespace Esms.Cli.Tests.Export.Tools;

/// <summary>The command <c>esms</c>, in this process and as a process of its own.</summary>
internal static class EsmsTool
{
    public static Task<ToolRun> RunAsync(params string[] arguments) =>
        ToolRun.StartAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "esms.dll"), .. arguments], AppContext.BaseDirectory);

    /// <returns>The exit code, standard output and standard error.</returns>
    public static (int ExitCode, string Output, string Error) Invoke(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = EsmsProgram.RunAsync(arguments, new() { Output = output, Error = error }).GetAwaiter().GetResult();
        return (code, output.ToString(), error.ToString());
    }
}
