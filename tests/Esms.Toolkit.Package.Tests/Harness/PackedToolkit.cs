namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>All packages, made once from the sources as they are now, in a folder that is a feed.</summary>
public sealed class PackedToolkit : IAsyncLifetime
{
    // No package of this version was ever restored on this machine, so none can come out of a cache.
    private static readonly string Suffix = $"test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    /// <summary>The address of the repository, which a release gives.</summary>
    public const string RepositoryUrl = "https://code.example/esms-toolkit";

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-packages-").FullName;

    /// <summary>The folder with the packages.</summary>
    public string Feed => Path.Combine(_folder, "feed");

    /// <summary>The version of all of them.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The version without what makes this run's packages different, as the tag of a release has it.</summary>
    public string Release => Version.Split('-')[0];

    /// <summary>What the build that made them has printed.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The folder that they were built in.</summary>
    public string Sources => Path.Combine(_folder, "sources");

    public async ValueTask InitializeAsync()
    {
        await SourceTree.CopyToAsync(Sources);
        Log = await PackAsync(Sources, Feed);
        var generator = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "Esms.Toolkit.Generator.*.nupkg").Single());
        Version = generator["Esms.Toolkit.Generator.".Length..];
    }

    /// <summary>Makes the packages, as a release does.</summary>
    /// <param name="sources">The folder with the sources, where they are built too.</param>
    /// <param name="feed">The folder for the packages.</param>
    /// <returns>What the build has printed.</returns>
    public static async Task<string> PackAsync(string sources, string feed)
    {
        string[] properties = [$"-p:VersionSuffix={Suffix}", $"-p:RepositoryUrl={RepositoryUrl}", "-p:RunAnalyzers=false"];
        var pack = await Command.DotnetAsync(sources, ["pack", "Esms.Toolkit.sln", "--output", feed, "-verbosity:minimal", .. properties]);
        return pack.AssertSucceeded().Output;
    }

    /// <summary>A new folder for projects that have these packages, and otherwise what this machine gives to everybody.</summary>
    /// <param name="name">The name of the folder.</param>
    public async Task<string> NewFolderAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Directory.Build.props"),
            $"""
            <Project>
              <PropertyGroup>
                <RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(_folder, "cache")}</RestorePackagesPath>
                <RestoreFallbackFolders>{SourceTree.PackageCache}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """
        );
        return folder;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
