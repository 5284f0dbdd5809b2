using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Native;

/// <summary>An app below tests/Native, published as native code.</summary>
internal sealed class NativeApp
{
    /// <summary>Status and price of the published answer, as each app prints them.</summary>
    private const string Output = "5 850.0000";

    private readonly string _path;

    private NativeApp(string name)
    {
        _path = Path.Combine(Repository.Artifacts, "publish", name, "release", "App");
        Size = new FileInfo(_path).Length;
        Warnings = Publishing.CountWarnings(LogOf(name));
        Endpoints = CountEndpoints(Path.Combine(Repository.Artifacts, "obj", name, "release", "App.dll"));
    }

    /// <summary>Of the executable file, which is stripped: the symbols are in a file of their own.</summary>
    public long Size { get; }

    public int Warnings { get; }

    /// <summary>How many contracts were compiled into the app, before anything was trimmed.</summary>
    public int Endpoints { get; }

    /// <summary>Publishes from nothing, for a native compiler that has nothing to do tells no warnings.</summary>
    public static async Task<NativeApp> PublishAsync(string name)
    {
        foreach (var kind in (string[])["obj", "publish"])
        {
            if (Path.Combine(Repository.Artifacts, kind, name, "release") is var folder && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        await Publishing.RunAsync(Path.Combine(Repository.Root, "tests", "Native", name), LogOf(name));
        return new NativeApp(name);
    }

    /// <summary>Starts the app for one call and waits for its end. An app that does not come back with the published values is no match.</summary>
    public void Call(Uri server)
    {
        var start = new ProcessStartInfo(_path, [server.AbsoluteUri, Published.ApiKey, Published.SecretKey, Published.SmsId])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        if (process.ExitCode != 0 || output != Output)
            throw new InvalidOperationException($"{_path} ended with {process.ExitCode} and printed '{output}'.");
    }

    private static string LogOf(string name) => Path.Combine(Repository.Artifacts, "native", $"{name}.log");

    private static int CountEndpoints(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.TypeDefinitions.Count(type =>
            metadata.GetString(metadata.GetTypeDefinition(type).Name).EndsWith("Endpoint", StringComparison.Ordinal)
        );
    }
}
