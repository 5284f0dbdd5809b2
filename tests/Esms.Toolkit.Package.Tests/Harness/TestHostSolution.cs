namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>The projects in <c>Strangers/TestHost</c>: a web application, its tests, and a program that waits. They are built once.</summary>
public sealed class TestHostSolution(PackedToolkit packages) : IAsyncLifetime
{
    private string _folder = "";

    public async ValueTask InitializeAsync()
    {
        _folder = await packages.NewFolderAsync("test-host");
        var sources = Path.Combine(SourceTree.Strangers, "TestHost");
        foreach (var file in Directory.GetFiles(sources, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(sources, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        string[] projects = ["Shop/Shop.csproj", "Shop.Tests/Shop.Tests.csproj", "Waiter/Waiter.csproj"];
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "TestHost.slnx"),
            $"<Solution>{string.Concat(projects.Select(static path => $"""<Project Path="{path}" />"""))}</Solution>"
        );
        string[] build = ["build", "TestHost.slnx", $"-p:EsmsVersion={packages.Version}", "-verbosity:minimal", "-warnaserror"];
        (await Command.DotnetAsync(_folder, build)).AssertSucceeded();
    }

    public string FolderOf(string project) => Path.Combine(_folder, project);

    public string ProgramOf(string project, string framework) => Path.Combine(FolderOf(project), "bin", "Debug", framework, $"{project}.dll");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
