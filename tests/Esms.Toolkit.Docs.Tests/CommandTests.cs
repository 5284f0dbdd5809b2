using System.Text.RegularExpressions;
using Esms.Cli;
using Esms.Docs.Tests.Markdown;

namespace Esms.Docs.Tests;

/// <summary>Commands on the pages are commands.</summary>
public sealed partial class CommandTests
{
    private static readonly IReadOnlyList<(string Place, string Line)> Lines =
    [
        .. Page
            .AllBlocks.Where(static block => block.Language is "" or "sh")
            .SelectMany(static block => block.Text.Split('\n').Select((line, number) => (block.At(number), line))),
    ];

    /// <summary>The id that pages show of what has just been sent.</summary>
    private const string ShownId = "d533459ee42b2b9525ba9eabf6a8156";

    public static TheoryData<string, int> Sessions => Page.Cases(static block => block.Language != "csharp" && block.Has("prints"));

    [Fact]
    public void Every_command_of_esms_is_understood()
    {
        var commands = Found(Command(), "words");

        Assert.True(commands.Count > 30);
        Report.AssertNone(commands.SelectMany(static item => Problems(WordsOf(item.Text)).Select(problem => $"{item.Place}: {problem}")));
    }

    [Fact]
    public void Every_project_that_a_command_names_is_there()
    {
        var projects = Found(Project(), "path");

        Assert.True(projects.Count > 10);
        var missing = projects.Where(static item => !Repository.Entries.Contains(item.Text.TrimEnd('/')));
        Report.AssertNone(missing.Select(static item => $"{item.Place}: {item.Text}"));
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public async Task What_is_shown_is_what_a_command_prints(string path, int line)
    {
        await using var terminal = await Terminal.OpenAsync();
        foreach (var shown in Page.BlockAt(path, line).Text.Split("$ esms ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (command, output) = shown.Split('\n', 2) is [var first, var rest] ? (first, rest.Trim()) : (shown, string.Empty);
            var printed = await terminal.RunAsync(WordsOf(command.Replace(ShownId, terminal.FirstId ?? ShownId, StringComparison.Ordinal)));
            Assert.Equal(output, printed.Replace(terminal.FirstId ?? ShownId, ShownId, StringComparison.Ordinal));
        }
    }

    private static List<(string Place, string Text)> Found(Regex pattern, string group) =>
        [.. Lines.SelectMany(item => pattern.Matches(item.Line).Select(match => (item.Place, match.Groups[group].Value)))];

    /// <summary>What may be left out counts as given; what stands for any number of words is left out.</summary>
    private static List<string> WordsOf(string line) =>
        [.. Word().Matches(line).Select(static match => match.Value.Trim('"', '[', ']')).Where(static word => word is not ("…" or "..."))];

    private static IEnumerable<string> Problems(List<string> words)
    {
        var result = EsmsCommand.Create(words).Parse(words);
        return result.UnmatchedTokens.Select(static word => $"there is no {word}").Concat(result.Errors.Select(static error => error.Message));
    }

    [GeneratedRegex(@"^\s*(\$ |eval ""\$\()?esms (?<words>.*?)\s*(  #.*|\)"".*|\|.*|>.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(--project|dotnet (test|publish|build|pack)) (?<path>[A-Za-z][^ ]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Project();
}
