using System.Text;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>JSON that can be changed: members, or items, or a leaf.</summary>
internal sealed class Tree
{
    private Tree(JsonNode? leaf, List<Branch>? members, List<Tree>? items)
    {
        Leaf = leaf;
        Members = members;
        Items = items;
    }

    public JsonNode? Leaf { get; private set; }

    public List<Branch>? Members { get; private set; }

    public List<Tree>? Items { get; private set; }

    public string? Text => (Leaf as JsonText)?.Value;

    public static Tree Of(JsonNode node) =>
        node switch
        {
            JsonObject item => OfMembers(item.Members.Select(static member => new Branch(member.Name, Of(member.Value)))),
            JsonArray list => OfItems(list.Items.Select(Of)),
            _ => new Tree(node, null, null),
        };

    public static Tree OfMembers(IEnumerable<Branch> members) => new(null, [.. members], null);

    public static Tree OfItems(IEnumerable<Tree> items) => new(null, null, [.. items]);

    public static Tree OfText(string text) => new(new JsonText(default, text), null, null);

    /// <summary>A leaf of any spelling: a number of the reader's is written as it is spelled.</summary>
    public static Tree OfWord(string json) => new(new JsonNumber(default, json), null, null);

    public Tree Copy() =>
        new(Leaf, Members?.ConvertAll(static member => new Branch(member.Name, member.Value.Copy())), Items?.ConvertAll(static item => item.Copy()));

    /// <summary>Takes the place of this node, for whoever holds it.</summary>
    public void Become(Tree other) => (Leaf, Members, Items) = (other.Leaf, other.Members, other.Items);

    /// <summary>This node and all below it.</summary>
    public IEnumerable<Tree> Nodes() => Children().SelectMany(static child => child.Nodes()).Prepend(this);

    /// <summary>All members of all objects.</summary>
    public IEnumerable<Branch> Branches() => Nodes().SelectMany(static node => node.Members ?? []);

    /// <summary>All words that are spelled like names of C#, be they keys or values.</summary>
    public IEnumerable<string> Names() =>
        Nodes().Select(static node => node.Text).OfType<string>().Concat(Branches().Select(static branch => branch.Name)).Where(IsName);

    /// <summary>Changes a word wherever it stands, so that what belongs together stays together.</summary>
    public void Rename(string word, string other)
    {
        foreach (var node in Nodes().Where(node => node.Text == word).ToList())
            node.Become(OfText(other));
        foreach (var branch in Branches().Where(branch => branch.Name == word))
            branch.Name = other;
    }

    /// <param name="gap">White space or a comment, for behind every punctuation mark.</param>
    public string Write(string gap)
    {
        var json = new StringBuilder();
        Write(json, gap);
        return json.ToString();
    }

    private static bool IsName(string word) => word.Length > 0 && char.IsAsciiLetterUpper(word[0]) && word.All(char.IsAsciiLetterOrDigit);

    private IEnumerable<Tree> Children() => Members?.Select(static member => member.Value) ?? Items ?? Enumerable.Empty<Tree>();

    private void Write(StringBuilder json, string gap)
    {
        if (Leaf is not null)
        {
            json.Append(JsonRenderer.Render(Leaf));
            return;
        }
        json.Append(Members is null ? '[' : '{').Append(gap);
        var separator = string.Empty;
        foreach (
            var (name, value) in Members?.Select(static member => ((string?)member.Name, member.Value))
                ?? Items!.Select(static item => ((string?)null, item))
        )
        {
            json.Append(separator);
            if (name is not null)
                json.Append(JsonRenderer.Render(new JsonText(default(TextRange), name))).Append(':').Append(gap);
            value.Write(json, gap);
            separator = "," + gap;
        }
        json.Append(Members is null ? ']' : '}');
    }
}

/// <summary>A member of an object.</summary>
internal sealed class Branch(string name, Tree value)
{
    public string Name { get; set; } = name;

    public Tree Value { get; } = value;
}
