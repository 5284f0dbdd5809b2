using System.Globalization;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>
/// Changes that keep JSON valid, and most contracts nearly right. None knows the keys of contracts: what it knows it has from the corpus.
/// </summary>
internal sealed class TreeMutations(Vocabulary vocabulary, Dice dice)
{
    private const int MaxNesting = 70;

    /// <summary>Changes one thing; nothing where the chosen change finds no place.</summary>
    public void Change(Tree root)
    {
        Action<Tree> change = dice.Below(20) switch
        {
            0 or 1 => ChangeText,
            2 or 3 => UseValueOfCorpus,
            4 or 5 or 6 => RenameWord,
            7 or 8 => RenameMember,
            9 or 10 => GiveName,
            11 or 12 or 13 => AddMemberOfCorpus,
            14 => DuplicateMember,
            15 => Remove,
            16 => Swap,
            17 => ChangeWord,
            18 => Nest,
            _ => Shuffle,
        };
        change(root);
    }

    private void ChangeText(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Text is not null)) is { Text: { } text } node)
            node.Become(Tree.OfText(AnyText(text)));
    }

    private void UseValueOfCorpus(Tree root)
    {
        if (Pick(root.Branches().Where(branch => vocabulary.ValuesByKey.ContainsKey(branch.Name))) is { } branch)
            branch.Value.Become(dice.Pick(vocabulary.ValuesByKey[branch.Name]).Copy());
    }

    private void RenameWord(Tree root)
    {
        if (Pick(root.Names()) is { } word)
            root.Rename(word, dice.Pick(vocabulary.Names));
    }

    private void RenameMember(Tree root)
    {
        if (Pick(root.Branches()) is not { } picked)
            return;
        var (old, name) = (picked.Name, AnyName(picked.Name));
        foreach (var branch in root.Branches().Where(branch => ReferenceEquals(branch, picked) || (branch.Name == old && dice.Chance(80))))
            branch.Name = name;
    }

    /// <summary>Gives a field another "name", or changes whatever else is spelled like one.</summary>
    private void GiveName(Tree root)
    {
        if (
            Pick(root.Nodes().Where(static node => node.Members is not null && node.Members.Exists(static member => member.Name == "type")))
            is not { Members: { } members }
        )
            return;
        members.RemoveAll(static member => member.Name == "name");
        members.Insert(dice.Below(members.Count + 1), new Branch("name", Tree.OfText(dice.Pick(vocabulary.Names))));
    }

    private void AddMemberOfCorpus(Tree root)
    {
        var targets = root.Branches().Where(branch => branch.Value.Members is not null && vocabulary.ValuesByKey.ContainsKey(branch.Name));
        if (Pick(targets) is not { Name: var key, Value.Members: { } members })
            return;
        if (Pick(vocabulary.ValuesByKey[key].SelectMany(static value => value.Members ?? [])) is { } donor)
            members.Insert(dice.Below(members.Count + 1), new Branch(dice.Chance(60) ? AnyName(donor.Name) : donor.Name, donor.Value.Copy()));
    }

    private void DuplicateMember(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Members is { Count: > 0 })) is not { Members: { } members })
            return;
        var original = dice.Pick(members);
        members.Insert(dice.Below(members.Count + 1), new Branch(dice.Chance(70) ? AnyName(original.Name) : original.Name, original.Value.Copy()));
    }

    private void Remove(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Members is { Count: > 0 } || node.Items is { Count: > 0 })) is not { } node)
            return;
        node.Members?.RemoveAt(dice.Below(node.Members.Count));
        node.Items?.RemoveAt(dice.Below(node.Items.Count));
    }

    private void Swap(Tree root)
    {
        var nodes = root.Nodes().Skip(1).ToList();
        if (nodes.Count == 0)
            return;
        var (left, right) = (dice.Pick(nodes), dice.Pick(nodes));
        var (ofLeft, ofRight) = (left.Copy(), right.Copy());
        left.Become(ofRight);
        right.Become(ofLeft);
    }

    private void ChangeWord(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Leaf is not null and not JsonText)) is not { Leaf: { } leaf } node)
            return;
        node.Become(
            Tree.OfWord(
                leaf is JsonBoolean && dice.Chance(70)
                    ? leaf.Kind == "true"
                        ? "false"
                        : "true"
                    : dice.Pick(Vocabulary.Numbers)
            )
        );
    }

    private void Nest(Tree root)
    {
        var node = Pick(root.Nodes())!;
        for (var levels = dice.Chance(80) ? 1 : dice.Below(MaxNesting); levels > 0; levels--)
            node.Become(dice.Chance(50) ? Tree.OfItems([node.Copy()]) : Tree.OfMembers([new Branch("a", node.Copy())]));
    }

    private void Shuffle(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Members is { Count: > 1 })) is not { Members: { } members })
            return;
        for (var i = members.Count - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (members[i], members[j]) = (members[j], members[i]);
        }
    }

    private string AnyText(string text) =>
        dice.Below(3) switch
        {
            0 => dice.Pick(Vocabulary.Texts),
            1 => text.Insert(dice.Below(text.Length + 1), dice.Pick(Vocabulary.Texts)),
            _ => TextMutations.Change(text, dice),
        };

    private string AnyName(string name) =>
        dice.Below(4) switch
        {
            0 => dice.Pick(Vocabulary.Texts),
            1 => dice.Below(200).ToString(CultureInfo.InvariantCulture),
            2 => name + dice.Below(10).ToString(CultureInfo.InvariantCulture),
            _ => dice.Pick(vocabulary.Names),
        };

    private T? Pick<T>(IEnumerable<T> items)
        where T : class
    {
        var list = items.ToList();
        return list.Count == 0 ? null : dice.Pick(list);
    }
}
