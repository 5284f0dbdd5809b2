using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>Words worth trying: such as have broken readers, generators and compilers before, and all those of the corpus and its code.</summary>
internal sealed class Vocabulary
{
    /// <summary>Texts that would like to be more than texts.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "",
        " ",
        "\"",
        "\\",
        "*/",
        "///",
        "\"; System.Environment.Exit(1); //",
        "\n}\npublic class Injected { }\n//",
        "\r\n#error Injected\r\n",
        "</summary><script>",
        "<include file='x' path='*'/>",
        "]]>",
        "<![CDATA[",
        "--><!--",
        "&#10;&undefined;",
        "\"\"\"",
        "{{",
        "{0}",
        "{x}",
        "%s",
        "\0",
        "\u001B[2J",
        "\t",
        "\n",
        "\u0085",
        "\u2028",
        "\u2029",
        "\uD800",
        "\uDC00\uD800",
        "\uFFFE",
        "\uFFFF",
        "\uFEFF",
        "\u200B",
        "\u202E",
        "ĐặngΩж",
        "ßŉ",
        "\U0001F600",
        "data_callback",
        "a b",
        "a-b",
        "1a",
        "a.b",
        "$type",
        "@class",
        "&a=b",
        "?",
        "#",
        "%",
        "%zz",
        "+",
        "..",
        "/",
        "https://",
        "https://x",
        "https://x?y",
        "https://x/%zz",
        "https://x/\"",
        "https://[::1]:1/",
        "https://a@b/c",
        "https://x//y//",
        "https://xn--a/",
        "https://x:99999/",
        "https://x/../y",
        "https://x/'\\",
        "HTTPS://x/",
        new string('x', 300),
        new string('Y', 100),
        new string('Y', 101),
    ];

    public static readonly IReadOnlyList<string> Numbers =
    [
        "0",
        "-0",
        "1",
        "-1",
        "00",
        "+1",
        "100",
        "\"100\"",
        "\"0100\"",
        "\" 1\"",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9223372036854775808",
        "0.1",
        "1e2",
        "1E400",
        "850.0000",
        "1e-999999999",
        "123456789012345678901234567890",
    ];

    /// <summary>Such as other clients, and the rules of names, might trip over.</summary>
    private static readonly string[] SpecialNames =
    [
        "A",
        "I",
        "IA",
        "Ia",
        "Request",
        "Response",
        "Endpoint",
        "ResponseJson",
        "Client",
        "Json",
        "Async",
        "Try",
        "Send",
        "Clients",
        "Registration",
        "Nullable",
        "Enum",
        "String",
        "Int32",
        "Object",
        "Attribute",
        "Exception",
        "Uri",
        "Encoding",
        "Microsoft",
        "Http",
        "Runtime",
        "Toolkit",
        "CONNECTION",
        "Item",
        "Clone",
        "Length",
    ];

    public Vocabulary(Corpus corpus)
    {
        ValuesByKey = corpus
            .Trees.SelectMany(static tree => tree.Branches())
            .GroupBy(static branch => branch.Name, StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                static IReadOnlyList<Tree> (group) => [.. group.Select(static branch => branch.Value)],
                StringComparer.Ordinal
            );
        Names =
        [
            .. SpecialNames
                .Concat(SyntaxFacts.GetReservedKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText))
                .Concat(corpus.Accepted.SelectMany(contract => IdentifiersOfCode(contract, corpus.Shared)))
                .Where(static name => name.Length > 0) // Some contextual keywords have no fixed text.
                .SelectMany(static name => new[] { name, Capitalize(name) })
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>What stands under each key anywhere in the corpus.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Tree>> ValuesByKey { get; }

    /// <summary>Names: above all those that generated code uses itself, for a contract that takes one of them away breaks that code.</summary>
    public IReadOnlyList<string> Names { get; }

    private static IEnumerable<string> IdentifiersOfCode(string contract, SharedTypeFiles shared) =>
        ContractTrial
            .Of(contract, "Corpus", withRoot: true, shared)
            .Files.SelectMany(static file => CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens())
            .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText);

    private static string Capitalize(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
