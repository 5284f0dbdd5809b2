using System.Diagnostics;

namespace Esms.Cli.Tests;

/// <summary>How the built program is started.</summary>
internal static class EsmsStart
{
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

    /// <summary>A start without whatever this machine has set for the program.</summary>
    /// <param name="environment">Variables to set; one that is null is taken away.</param>
    public static ProcessStartInfo Of(IEnumerable<string> arguments, params IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["ESMS_API_KEY", "ESMS_SECRET_KEY", "ESMS_OPTIONS_FILE", "ESMS_AMQP_PASSWORD", "LC_ALL", "LC_MESSAGES"])
            start.Environment.Remove(name);
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
