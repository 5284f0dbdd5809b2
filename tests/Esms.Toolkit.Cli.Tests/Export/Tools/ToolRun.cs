using System.Diagnostics;

namespace Esms.Cli.Tests.Export.Tools;

/// <summary>A program that was run to its end.</summary>
/// <param name="Output">What it printed, errors included.</param>
internal sealed record ToolRun(int ExitCode, string Output)
{
    public static async Task<ToolRun> StartAsync(string program, IEnumerable<string> arguments, string folder)
    {
        using var process = Process.Start(InfoOf(program, arguments, folder))!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output + await errors);
    }

    public void AssertSuccess() => Assert.True(ExitCode == 0, Output);

    public static ProcessStartInfo InfoOf(string program, IEnumerable<string> arguments, string folder) =>
        new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>A program that npm has installed.</summary>
    public static string Installed(string folder, string name) => Path.Combine(folder, "node_modules", ".bin", name);
}
