using System.Text.RegularExpressions;

namespace Esms.Cli.Tests;

/// <summary>What the README shows of the command is what the command prints.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.vi.md")]
    public async Task Each_command_prints_what_is_shown(string file)
    {
        await using var desk = await Desk.StartAsync();
        var readme = (await File.ReadAllTextAsync(Repository.PathOf(file), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var block = Block().Match(readme).Groups["commands"].Value;
        var shown = block.Split("$ esms ", StringSplitOptions.RemoveEmptyEntries).Select(static text => text.Split('\n', 2)).ToList();
        Assert.Equal(5, shown.Count);
        string? id = null;
        foreach (var (line, output) in shown.Select(static parts => (parts[0], parts[1].Trim())))
        {
            var words = Word().Matches(line.Replace(PublishedId, id ?? PublishedId, StringComparison.Ordinal)).Select(static match => match.Value.Trim('"')).ToList();
            var result = words[0] == "contracts" ? await Desk.RunAsync(["contracts", "check", Repository.PathOf(words[2])]) : await desk.CallAsync(words.Contains("--dry-run") ? [.. words, "--base-address", "https://rest.esms.vn"] : words);
            result.AssertEndsWith(0);
            id ??= desk.Emulator.Messages.FirstOrDefault()?.Id;
            desk.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(output, result.Output.Trim().Replace(id ?? PublishedId, PublishedId, StringComparison.Ordinal));
        }
    }

    private const string PublishedId = "d533459ee42b2b9525ba9eabf6a8156";

    [GeneratedRegex(@"```\n(?<commands>\$ esms balance\n.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();
}
