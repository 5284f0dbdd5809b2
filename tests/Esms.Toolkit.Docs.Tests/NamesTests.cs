using System.Text.RegularExpressions;
using Esms.Docs.Tests.Markdown;

namespace Esms.Docs.Tests;

/// <summary>Files, folders and tests that pages name between back-ticks are there.</summary>
public sealed partial class NamesTests
{
    private static readonly IReadOnlyList<(string Path, int Line, string Code)> Names =
    [
        .. Page.All.SelectMany(static page => page.Names.Select(name => (page.Path, name.Line, name.Code))),
    ];

    [Fact]
    public void Every_path_from_the_root_is_there()
    {
        var paths = Names.Where(static name => RootedPath().IsMatch(name.Code)).ToList();

        Assert.True(paths.Count > 20);
        Report.AssertNone(paths.Where(static name => !Repository.Entries.Contains(name.Code.TrimEnd('/'))).Select(Tell));
    }

    [Fact]
    public void Every_class_of_tests_is_there()
    {
        var files = Repository.Entries.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var classes = Names.Where(static name => TestClass().IsMatch(name.Code)).ToList();

        Assert.True(classes.Count > 20);
        Report.AssertNone(classes.Where(name => !files.Contains($"{TestClass().Match(name.Code).Groups["class"].Value}.cs")).Select(Tell));
    }

    [Fact]
    public void Every_project_is_told_of_to_those_who_contribute()
    {
        var told = Names.Where(static name => name.Path == "CONTRIBUTING.md").Select(static name => name.Code).ToHashSet(StringComparer.Ordinal);
        var projects = Repository
            .Entries.Where(static entry => Project().IsMatch(entry))
            .Select(static entry => Path.GetDirectoryName(entry)!)
            .ToList();

        Assert.True(projects.Count > 25);
        Report.AssertNone(projects.Where(folder => !IsTold(folder, told)).Select(static folder => $"CONTRIBUTING.md does not say what {folder} is"));
    }

    /// <summary>Tests that have the name of what they test need no words.</summary>
    private static bool IsTold(string folder, HashSet<string> told) =>
        told.Contains(folder)
        || (
            folder.EndsWith(".Tests", StringComparison.Ordinal)
            && told.Contains(folder.Replace("tests/", "runtime/", StringComparison.Ordinal)[..^".Tests".Length])
        );

    private static string Tell((string Path, int Line, string Code) name) => $"{name.Path}({name.Line}): there is no {name.Code}";

    [GeneratedRegex(@"^(contracts|generator|(runtime|samples|tests)/[\w.]+)/[\w.]+\.csproj$")]
    private static partial Regex Project();

    [GeneratedRegex(@"^(contracts|docs|generator|runtime|samples|tests)/[\w./-]*$")]
    private static partial Regex RootedPath();

    [GeneratedRegex(@"^([\w.]+/)*(?<class>[A-Z]\w*Tests)(\.\w+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TestClass();
}
