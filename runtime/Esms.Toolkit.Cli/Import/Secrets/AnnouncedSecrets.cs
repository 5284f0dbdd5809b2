using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;

namespace Esms.Cli.Import.Secrets;

/// <summary>What a text itself calls a secret, whatever it looks like: Bearer x, password=x, "token": "x", --password x, Cookie: a=x; b=y.</summary>
internal static partial class AnnouncedSecrets
{
    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        foreach (Match match in Scheme().Matches(text))
        {
            var value = match.Groups["secret"];
            if (IsOfScheme(value.Value) && !Placeholder.Is(value.Value))
                yield return (value.Index, value.Length);
        }
        foreach (Match match in Pair().Matches(text))
        {
            var (name, value) = (match.Groups["name"], match.Groups["secret"]);
            if (SecretNames.Is(name.Value) && !Placeholder.Is(value.Value) && !IsProse(match))
                yield return (value.Index, value.Length);
        }
        foreach (Match match in Header().Matches(text))
        {
            var value = match.Groups["secret"];
            if (value.ValueSpan.IndexOfAnyInRange('0', '9') >= 0)
                yield return (value.Index, value.Length);
        }
    }

    /// <summary>"Basic plan" is a sentence.</summary>
    private static bool IsOfScheme(string value) => value.Length >= 12 || !PlainWord().IsMatch(value);

    /// <summary>"Token: expired" is a sentence and no pair; a value behind a colon and a space has something that no word has.</summary>
    private static bool IsProse(Match pair) =>
        pair.Groups["gap"].Length > 0 && !pair.Groups["quote"].Success && PlainWord().IsMatch(pair.Groups["secret"].Value);

    [GeneratedRegex(
        """\b(?:Basic|Bearer|Digest|Negotiate|Token|ApiKey)(?:\s+|%20|\+)(?<secret>[^\s"',;<>&\\]{4,})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Scheme();

    /// <summary>A name and its value inside of a text. The value is only looked at, because it can have a pair in it.</summary>
    [GeneratedRegex(
        """
            (?<name>[Mm][aậ]t\ [Kk]h[aẩ]u|\p{L}[\p{L}\p{M}0-9_.-]{0,60})
            (?:
                \\*["'\])]*(?:%22)?\s*(?:[-:=]{0,2}[:=>|]|%3[ADad])
                | \ (?:is|là)\b
                | (?<=--[A-Za-z0-9_-]{1,60})(?=\ )
            )
            (?<gap>\s*)\\*(?<quote>["']|%22)?
            (?=(?<secret>[^"'&;,\s<>\\{}()\[\]]{3,}))
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pair();

    /// <summary>A header takes the whole line: a cookie has many values, and a scheme can be one that nobody knows.</summary>
    [GeneratedRegex(
        """\b(?:(?:Set-)?Cookie|(?:Proxy-)?Authorization)\s*:\s*(?<secret>[^\r\n"']{3,})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"^\p{L}?\p{Ll}*$|^\p{Lu}+$")]
    private static partial Regex PlainWord();
}
