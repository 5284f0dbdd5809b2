using System.Diagnostics;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Native;

/// <summary>The command esms, published as native code: what it takes to start it for one call.</summary>
internal sealed class NativeCli
{
    private const string Output = "TotalPrice      850 đồng";

    private static readonly string Folder = Path.Combine(Repository.Artifacts, "native", "cli");
    private static readonly string Log = Path.Combine(Repository.Artifacts, "native", "cli.log");

    private readonly string _program = Path.Combine(Folder, "esms");

    private NativeCli() => Warnings = Publishing.CountWarnings(Log);

    public int Warnings { get; }

    /// <summary>Publishes from nothing, for a native compiler that has nothing to do tells no warnings.</summary>
    public static async Task<NativeCli> PublishAsync()
    {
        var made = ((string[])["obj", "bin"]).Select(static kind =>
            Path.Combine(Repository.Artifacts, kind, "Esms.Toolkit.Cli", "release_linux-x64")
        );
        foreach (var folder in made.Append(Folder).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        string[] options = ["-p:PublishAot=true", "--runtime", "linux-x64", "--output", Folder];
        await Publishing.RunAsync(Path.Combine(Repository.Root, "runtime", "Esms.Toolkit.Cli"), Log, options);
        return new NativeCli();
    }

    /// <summary>Starts it for one call and waits for its end. One that does not come back with the published values is no match.</summary>
    public void Call(Uri server)
    {
        var start = new ProcessStartInfo(_program, ["call", "GetSendStatus", "--sms-id", Published.SmsId, "--base-address", server.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            Environment = { ["ESMS_API_KEY"] = Published.ApiKey, ["ESMS_SECRET_KEY"] = Published.SecretKey },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || !output.Contains(Output, StringComparison.Ordinal))
            throw new InvalidOperationException($"esms ended with {process.ExitCode} and printed '{output}'.");
    }
}
