namespace Esms.Cli.Tests.Export.Tools;

/// <summary>
/// The folder with the programs of Node that read what is exported; installed once, with the versions of tests/Export/package.json.
/// </summary>
internal static class NodeFolder
{
    private static readonly Lazy<Task<string?>> Installing = new(InstallAsync);

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>The folder. A test is skipped where the programs cannot be had, and fails where they must be there.</summary>
    public static async Task<string> GetAsync()
    {
        if (await Installing.Value is { } problem)
            Miss(problem);
        return Folder;
    }

    /// <summary>The same for what runs on Java.</summary>
    public static async Task<string> GetWithJavaAsync()
    {
        if (!IsThere("java"))
            Miss("There is no java (default-jre-headless has one).");
        return await GetAsync();
    }

    private static string Folder => Path.Combine(Repository.Artifacts, "export");

    private static void Miss(string problem)
    {
        Assert.False(IsCi, problem);
        Assert.Skip(problem);
    }

    private static bool IsThere(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string?> InstallAsync()
    {
        if (!IsThere("npm"))
            return "There is no npm.";
        Directory.CreateDirectory(Folder);
        var source = Repository.PathOf("tests", "Export");
        var isInstalled =
            File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))
            && await File.ReadAllTextAsync(Path.Combine(source, "package.json")) == await File.ReadAllTextAsync(Path.Combine(Folder, "package.json"));
        foreach (var file in Directory.GetFiles(source))
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        if (isInstalled)
            return null;
        var install = await ToolRun.StartAsync("npm", ["install", "--prefix", Folder, "--no-audit", "--no-fund"], Folder);
        return install.ExitCode == 0 ? null : $"npm install failed:\n{install.Output}";
    }
}
