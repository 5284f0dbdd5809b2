using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// A C# file without what a contract's texts may change in it: all nodes and tokens in their order, of literals only the kind, and of
/// comments only the tags. Two files of one shape have the same declarations, and the same code in them.
/// </summary>
internal static class CodeShape
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Parse);

    /// <summary>Demands that two files have one shape.</summary>
    /// <param name="mayRename">Whether names may differ, each from one in the other file throughout, as they do when the text is a name.</param>
    public static void AssertSame(string expected, string actual, bool mayRename)
    {
        var (left, right) = (Read(expected), Read(actual));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (one, other) in left.Zip(right))
        {
            if (one.Kind != other.Kind || (one.Text != other.Text && !(mayRename && IsRename(one, other, names))))
                Assert.Fail($"The code has another shape: '{one}' became '{other}'.");
        }
        Assert.Equal(left.Count, right.Count);
    }

    private static List<Part> Read(string source)
    {
        var root = CSharpSyntaxTree
            .ParseText(source, ParseOptions, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);
        return
        [
            .. root.DescendantNodesAndTokens().Select(PartOf),
            .. root.DescendantNodes(descendIntoTrivia: true)
                .Where(static node => node is XmlElementStartTagSyntax or XmlEmptyElementSyntax)
                .Select(TagOf),
        ];
    }

    private static Part PartOf(SyntaxNodeOrToken item)
    {
        var kind = item.Kind();
        var isLiteral = kind is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.NumericLiteralToken;
        return new Part(kind, item.IsToken && !isLiteral ? item.AsToken().ValueText : string.Empty);
    }

    /// <summary>A tag of a comment, and its attributes by name.</summary>
    private static Part TagOf(SyntaxNode node)
    {
        var (name, attributes) = node is XmlEmptyElementSyntax empty
            ? (empty.Name, empty.Attributes)
            : (((XmlElementStartTagSyntax)node).Name, ((XmlElementStartTagSyntax)node).Attributes);
        return new Part(node.Kind(), string.Join(' ', attributes.Select(static attribute => attribute.Name.ToString()).Prepend(name.ToString())));
    }

    private static bool IsRename(Part one, Part other, Dictionary<string, string> names)
    {
        if (one.Kind != SyntaxKind.IdentifierToken || !other.Text.All(char.IsAsciiLetterOrDigit))
            return false;
        return names.TryGetValue(one.Text, out var known) ? known == other.Text : names.TryAdd(one.Text, other.Text);
    }

    private sealed record Part(SyntaxKind Kind, string Text);
}
