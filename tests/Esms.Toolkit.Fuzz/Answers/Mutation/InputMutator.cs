using System.Text;
using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Answers.Mutation;

/// <summary>Makes wrong answers, and strange ones that are right. An input depends on its seed and index alone.</summary>
internal sealed class InputMutator(PublishedSamples samples, int seed)
{
    private static readonly string[] Gaps = ["", "", "", " ", "\n", "\r\n\t"];

    private readonly IReadOnlyList<string> _names =
    [
        .. samples
            .Answers.SelectMany(static sample => sample.Answer.Branches())
            .Select(static branch => branch.Name)
            .Distinct(StringComparer.Ordinal),
    ];

    public FuzzInput Make(int index)
    {
        var dice = Dice.For(seed, index);
        if (dice.Chance(10))
        {
            var (call, query) = dice.Pick(samples.Queries);
            return FuzzInput.OfQuery(call, QueryMutations.Change(query, dice));
        }
        var (operation, answer) = dice.Pick(samples.Answers);
        return new FuzzInput(operation, false, Change(answer.Copy(), dice));
    }

    /// <summary>Most mutants stay JSON and go far into the readers.</summary>
    private byte[] Change(Tree answer, Dice dice)
    {
        var isTree = dice.Chance(60);
        for (var rounds = isTree ? Rounds(dice) : 0; rounds > 0; rounds--)
            new AnswerMutations(_names, dice).Change(answer);
        var text = answer.Write(dice.Pick(Gaps));
        for (var rounds = dice.Chance(isTree ? 10 : 50) ? Rounds(dice) : 0; rounds > 0; rounds--)
            text = dice.Chance(30) ? EscapeOne(text, dice) : TextMutations.Change(text, dice);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var rounds = dice.Chance(isTree ? 10 : 50) ? Rounds(dice) : 0; rounds > 0; rounds--)
            bytes = ByteMutations.Change(bytes, dice);
        return bytes;
    }

    /// <summary>One round in most mutants, and seldom many.</summary>
    private static int Rounds(Dice dice)
    {
        var rounds = 1;
        while (rounds < 12 && dice.Chance(50))
            rounds++;
        return rounds;
    }

    /// <summary>Spells a character in another way, or as half of one: inside a text both are JSON.</summary>
    private static string EscapeOne(string text, Dice dice)
    {
        if (text.Length == 0)
            return text;
        var at = dice.Below(text.Length);
        return $"{text[..at]}\\u{(dice.Chance(50) ? text[at] : 0xD800 + dice.Below(0x800)):x4}{text[(at + 1)..]}";
    }
}
