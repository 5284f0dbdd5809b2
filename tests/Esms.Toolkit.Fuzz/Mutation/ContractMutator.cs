namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>Makes wrong contracts, and strange ones that are right. A mutant depends on its seed and index alone.</summary>
internal sealed class ContractMutator(Corpus corpus, Vocabulary vocabulary, int seed)
{
    private static readonly string[] Gaps = ["", "", "", " ", "\n", "\r\n\t", "\r", "/* , */", "// \"x\":\n", "/* \U0001F600\u2028 */\t"];

    public string Make(int index)
    {
        var dice = Dice.For(seed, index);

        // Most mutants stay JSON and go far into the checks; every fourth one is for the reader of JSON.
        return dice.Chance(25) ? MutateText(dice.Pick(dice.Chance(80) ? corpus.Accepted : corpus.Refused), dice) : MutateTree(dice);
    }

    private static string MutateText(string text, Dice dice)
    {
        for (var rounds = Rounds(dice); rounds > 0; rounds--)
            text = TextMutations.Change(text, dice);
        return text;
    }

    /// <summary>One round in most mutants, and seldom many.</summary>
    private static int Rounds(Dice dice)
    {
        var rounds = 1;
        while (rounds < 12 && dice.Chance(50))
            rounds++;
        return rounds;
    }

    private string MutateTree(Dice dice)
    {
        var tree = dice.Pick(dice.Chance(90) ? corpus.AcceptedTrees : corpus.Trees).Copy();
        var mutations = new TreeMutations(vocabulary, dice);
        for (var rounds = Rounds(dice); rounds > 0; rounds--)
            mutations.Change(tree);
        var text = tree.Write(dice.Pick(Gaps));
        return dice.Chance(5) ? MutateText(text, dice) : text;
    }
}
