using System.Globalization;
using System.Text.RegularExpressions;
using Esms.Emulator;

namespace Esms.Cli.Tests.SendingMany.Stories;

/// <summary>
/// A person with a file and a terminal: edits, saves, answers, interrupts, and gives the command again. What the emulator receives is compared with what
/// was announced.
/// </summary>
internal sealed partial class Story
{
    /// <summary>128 + SIGKILL, as shells have it.</summary>
    private const int Killed = 137;

    private readonly Desk _desk;
    private readonly Random _dice;
    private readonly PeopleFile _people;
    private readonly List<string> _told = [];
    private readonly List<(int ExitCode, int Sent)> _runs = [];
    private List<(string, string)>? _cutOff;
    private bool _wasCutOff;

    private Story(Desk desk, int seed)
    {
        (_desk, _dice) = (desk, new Random(seed));
        _people = new PeopleFile(_dice);
    }

    /// <returns>How each run ended, and how many messages it sent.</returns>
    public static async Task<IReadOnlyList<(int ExitCode, int Sent)>> PlayAsync(int seed)
    {
        await using var desk = await Desk.StartAsync();
        var story = new Story(desk, seed);
        story._people.Append(story._dice.Next(4, 12));
        for (var runs = story._dice.Next(3, 6); runs > 0; runs--)
            await story.RunAsync(seed);
        return story._runs;
    }

    private string File => Path.Combine(Path.GetDirectoryName(_desk.OptionsFile)!, "messages.csv");

    private async Task RunAsync(int seed)
    {
        _people.Edit();
        await System.IO.File.WriteAllBytesAsync(File, _people.Save(), TestContext.Current.CancellationToken);
        var choice = Choose();
        _desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.LostAnswer, Times = _dice.Next(3) == 0 ? 2 : 0 },
                new FaultRule { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(_dice.Next(60)) },
            },
        };
        _told.Add($"\n--- {_people.LastEdit}; send-many {string.Join(' ', choice)}");
        await JudgeAsync(seed, choice);
    }

    private string[] Choose() =>
        _dice.Next(12) switch
        {
            0 => ["--yes"],
            1 => ["--cancel"],
            2 or 3 => ["--only-new"],
            4 => ["--only-new", "--yes"],
            5 => ["--allow-repeats"],
            6 => ["--campaign", string.Create(CultureInfo.InvariantCulture, $"name{_dice.Next(3)}")],
            _ => [],
        };

    private async Task JudgeAsync(int seed, string[] choice)
    {
        var before = _desk.Emulator.Messages.ToList();
        // Rows as they are in the file when the command begins; what is edited later is not sent.
        var rows = _people.Rows.ToHashSet();
        var inOrder = _people.Rows.Order().ToList();
        var (exitCode, announced) = await TypeAsync(choice);
        var sent = _desk.Emulator.Messages.Skip(before.Count).ToList();

        _runs.Add((exitCode, sent.Count));
        var isPlain = choice.All(static option => option == "--yes");
        // What was cut off while it sent goes on by the same command, unless the file has other rows by now.
        Check(!isPlain || exitCode != 2 || _cutOff is null || !_cutOff.SequenceEqual(inOrder), "the same command did not go on");
        _cutOff = isPlain && exitCode is 130 or Killed && sent.Count > 0 ? inOrder : null;
        Check(sent.Count <= announced, $"{sent.Count} messages went out, and {announced} were announced");
        Check(
            sent.All(message => rows.Contains((message.Recipient, message.Content))),
            "a message went out that is not in the file as it was when the command began"
        );
        if (!choice.Contains("--allow-repeats") && !choice.Contains("--campaign"))
            Check(
                !sent.Select(static message => message.Recipient).GroupBy(static phone => phone).Any(static group => group.Count() > 1)
                    && !sent.Any(message => before.Exists(known => known.Recipient == message.Recipient)),
                "somebody got a second message without a choice that says so"
            );
        if (exitCode == 0 && !choice.Contains("--cancel"))
            Check(
                rows.All(row => _desk.Emulator.Messages.Any(message => message.Recipient == row.Phone)),
                "it ended with 0, and somebody in the file has no message"
            );
        _wasCutOff |= exitCode is Killed or 130;
        Check(exitCode is 0 or 1 or 2 or 7 or 130 or Killed || (exitCode == 4 && _wasCutOff), $"it ended with {exitCode}");
        Check(exitCode is not (2 or 7) || sent.Count == 0, $"it ended with {exitCode}, and messages went out");

        void Check(bool isRight, string problem) => Assert.True(isRight, $"Story {seed}: {problem}.\n{string.Concat(_told)}");
    }

    /// <summary>Sits at the terminal.</summary>
    /// <returns>The exit code, and how many messages were announced at most.</returns>
    private async Task<(int ExitCode, int Announced)> TypeAsync(string[] choice)
    {
        var before = _desk.Emulator.Messages.Count;
        await using var terminal = PseudoTerminal.Start(
            ["send-many", File, "--brand", "Baotrixemay", "--in-flight", "2", "--options-file", _desk.OptionsFile, .. choice]
        );
        var announced = 0;
        if (!choice.Contains("--yes") && await terminal.WaitAsync(static screen => screen.Contains("[y/N]", StringComparison.Ordinal)))
        {
            announced = Number(Question().Match(terminal.Screen));
            await AnswerAsync(terminal);
        }
        await InterruptAsync(terminal, before);
        var exitCode = await terminal.EndAsync();
        if (choice.Contains("--yes"))
            announced = Number(Total().Match(terminal.Screen));
        _told.Add($"\n{terminal.Screen}\nended with {exitCode}");
        return (exitCode, announced);
    }

    private async Task AnswerAsync(PseudoTerminal terminal)
    {
        // The file may change while the question waits.
        if (_dice.Next(4) == 0)
        {
            _people.Edit();
            await System.IO.File.WriteAllBytesAsync(File, _people.Save(), TestContext.Current.CancellationToken);
        }
        await terminal.TypeAsync(
            _dice.Next(8) switch
            {
                0 => "n\r",
                1 => "\u0003",
                _ => "y\r",
            }
        );
    }

    /// <summary>Sometimes after so many messages, sometimes at any moment, and sometimes not at all.</summary>
    private async Task InterruptAsync(PseudoTerminal terminal, int before)
    {
        var after = _dice.Next(6);
        if (_dice.Next(3) == 0)
            return;
        await terminal.WaitAsync(_ => _desk.Emulator.Messages.Count >= before + after && after > 0);
        if (_dice.Next(3) == 0)
            await terminal.KillAsync();
        else
            await terminal.TypeAsync("\u0003");
    }

    private static int Number(Match match) =>
        match.Success ? int.Parse(match.Groups[1].Value.Replace(".", null, StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"Send ([\d.]+) messages?")]
    private static partial Regex Question();

    [GeneratedRegex(@"Total +([\d.]+) ")]
    private static partial Regex Total();
}
