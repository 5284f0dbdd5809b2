using System.Text.RegularExpressions;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>The projects of the matrix, built by one command. ESMS_STRANGERS=all builds every combination, and not only those that cover all pairs.</summary>
public sealed partial class StrangerMatrix(PackedToolkit packages) : IAsyncLifetime
{
    private string _log = "";

    internal static IReadOnlyList<Combination> Combinations { get; } =
        Environment.GetEnvironmentVariable("ESMS_STRANGERS") == "all" ? Combination.All : Combination.Covering;

    internal string Folder { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Folder = await packages.NewFolderAsync("matrix");
        var projects = new List<string>();
        foreach (var (i, combination) in Combinations.Index())
        {
            var path = await new MatrixProject(combination, packages.Version).WriteAsync(Path.Combine(Folder, $"{i}"));
            projects.Add($"""<Project Include="{i}/{path.Replace("&", "&amp;", StringComparison.Ordinal)}" />""");
        }
        // No solution: it would want names that are there once.
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "Matrix.proj"),
            $"""
            <Project>
              <ItemGroup>{string.Join('\n', projects)}</ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Project)" Targets="Restore" Properties="MSBuildRestoreSessionId=matrix" BuildInParallel="true" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Project)" Targets="Build" BuildInParallel="true" ContinueOnError="true" /></Target>
            </Project>
            """
        );
        _log = (
            await Command.DotnetAsync(Folder, "msbuild", "Matrix.proj", "-restore", "-target:Build", "-maxCpuCount", "-verbosity:minimal")
        ).Output;
    }

    /// <summary>What the build said of a project, and of the one around it.</summary>
    internal string ComplaintsOf(int project)
    {
        var folder = Path.Combine(Folder, $"{project}") + Path.DirectorySeparatorChar;
        return string.Join(
            '\n',
            _log.Split('\n').Where(line => Complaint().IsMatch(line) && line.Contains(folder, StringComparison.Ordinal)).Distinct()
        );
    }

    internal bool IsBuilt(int project) =>
        Directory
            .GetFiles(Path.Combine(Folder, $"{project}"), $"{Combinations[project].Name.Project}.*", SearchOption.AllDirectories)
            .Any(static path => Path.GetExtension(path) is ".dll" or ".exe");

    internal string Log => _log;

    [GeneratedRegex("(error|warning) [A-Z]*[0-9]* ?:")]
    private static partial Regex Complaint();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
