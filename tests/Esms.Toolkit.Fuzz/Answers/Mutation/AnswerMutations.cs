using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz.Answers.Mutation;

/// <summary>Changes that keep an answer JSON, but for some of the values that they put in.</summary>
/// <param name="names">The names of all members of all answers.</param>
internal sealed class AnswerMutations(IReadOnlyList<string> names, Dice dice)
{
    private const int LongName = 5000;

    /// <summary>Changes one thing; nothing where the chosen change finds no place.</summary>
    public void Change(Tree root)
    {
        Action<Tree> change = dice.Below(12) switch
        {
            0 or 1 or 2 => PutValue,
            3 or 4 => Quote,
            5 or 6 => ChangeText,
            7 => Repeat,
            8 => Remove,
            9 => Swap,
            10 => Rename,
            _ => Nest,
        };
        change(root);
    }

    private void PutValue(Tree root) => Pick(root.Nodes())!.Become(AnyValue());

    private Tree AnyValue() =>
        dice.Below(100) switch
        {
            < 1 => Tree.OfWord(dice.Pick(Values.Large)),
            < 50 => Tree.OfWord(dice.Pick(Values.Words)),
            _ => Tree.OfText(dice.Pick(Values.Texts)),
        };

    /// <summary>Makes a text of a number or a word, and the reverse, of which much is no JSON then.</summary>
    private void Quote(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Leaf is not null)) is { } node)
            node.Become(node.Text is { } text ? Tree.OfWord(text) : Tree.OfText(JsonRenderer.Render(node.Leaf!)));
    }

    /// <summary>Above all, damages JSON inside a text.</summary>
    private void ChangeText(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Text is not null)) is { Text: { } text } node)
            node.Become(Tree.OfText(TextMutations.Change(text, dice)));
    }

    private void Repeat(Tree root)
    {
        if (Pick(root.Nodes().Where(static node => node.Members is { Count: > 0 } || node.Items is { Count: > 0 })) is not { } node)
            return;
        node.Items?.Add(dice.Chance(50) ? dice.Pick(node.Items).Copy() : AnyValue());
        if (node.Members is { } members)
            members.Insert(
                dice.Below(members.Count + 1),
                new Branch(dice.Pick(members).Name, dice.Chance(50) ? dice.Pick(members).Value.Copy() : AnyValue())
            );
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
        var nodes = root.Nodes().ToList();
        var (left, right) = (dice.Pick(nodes), dice.Pick(nodes));
        var (ofLeft, ofRight) = (left.Copy(), right.Copy());
        left.Become(ofRight);
        right.Become(ofLeft);
    }

    private void Rename(Tree root)
    {
        if (Pick(root.Branches()) is { } branch)
            branch.Name = dice.Below(10) switch
            {
                0 => new string('n', LongName),
                1 => "\0\r\n",
                2 => string.Empty,
                3 => branch.Name.ToUpperInvariant(),
                _ => dice.Pick(names),
            };
    }

    private void Nest(Tree root)
    {
        var node = Pick(root.Nodes())!;
        node.Become(dice.Chance(50) ? Tree.OfItems([node.Copy()]) : Tree.OfMembers([new Branch(dice.Pick(names), node.Copy())]));
    }

    private T? Pick<T>(IEnumerable<T> items)
        where T : class
    {
        var list = items.ToList();
        return list.Count == 0 ? null : dice.Pick(list);
    }
}
