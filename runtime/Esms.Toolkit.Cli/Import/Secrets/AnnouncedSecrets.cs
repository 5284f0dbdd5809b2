using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;
using Esms.Toolkit.Reader;

namespace Esms.Cli.Import.Secrets;

/// <summary>
/// What a text itself calls a secret, whatever it looks like: Bearer x, password=x, "token": "x", --password x, Cookie: a=x; b=y, with password x,
/// mật khẩu của bạn là x, a field of HTML.
/// </summary>
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
        // In plain letters, each of which is where it was in the text.
        var plain = LatinLetters.Plain(text);
        foreach (Match match in Pair().Matches(plain))
        {
            if (IsNamed(match, text) && !IsProse(match))
                yield return Value(match);
        }
        foreach (Match match in Said().Matches(plain))
        {
            if (IsNamed(match, text) && (match.Groups["with"].Success || match.Groups["secret"].ValueSpan.IndexOfAnyInRange('0', '9') >= 0))
                yield return Value(match);
        }
        foreach (Match match in HtmlTag().Matches(plain))
        {
            if (IsNamed(match, text))
                yield return Value(match);
        }
        foreach (Match match in Header().Matches(text))
        {
            var value = match.Groups["secret"];
            if (value.ValueSpan.IndexOfAnyInRange('0', '9') >= 0)
                yield return (value.Index, value.Length);
        }
    }

    private static bool IsNamed(Match match, string text)
    {
        var (start, length) = Value(match);
        return SecretNames.Is(match.Groups["name"].Value) && !Placeholder.Is(text.Substring(start, length));
    }

    private static (int Start, int Length) Value(Match match) => (match.Groups["secret"].Index, match.Groups["secret"].Length);

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
            (?<name>
                (?i:\b(?:ma\p{M}*t\p{M}*\ kha\p{M}*u|ma\p{M}*\ (?:pin|ba\p{M}*o\p{M}*\ ma|xa\p{M}*c\ )|kho\p{M}*a\p{M}*\ |bi\p{M}*\ ma|pass|pwd|token|secret|pin\b|api\ ?key))
                    [\p{L}\p{M}]*(?:\ [\p{L}\p{M}]{1,12}){0,4}?
                | \p{L}[\p{L}\p{M}0-9_.-]{0,60}
            )
            (?:
                \\*["'\])]*(?:%22)?\s*(?:[-:=]{0,2}[:=>|]|%3[ADad])
                | \ (?:is|la\p{M}*(?!\p{L}):?)
                | (?<=--[A-Za-z0-9_-]{1,60})(?=\ )
            )
            (?<gap>\s*)\\*(?<quote>["']|%22)?
            (?=(?<secret>[^"'&;,\s<>\\{}()\[\]]{3,}))
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pair();

    /// <summary>"with password x", "mật khẩu x": without a sign between them. What has a number there, or follows "with", is the value.</summary>
    [GeneratedRegex(
        """
            (?:(?<with>\b(?:with|using|by|use|bang\p{M}*|voi\p{M}*|dung\p{M}*))\ (?:the\ |your\ )?)?
            (?<name>\bm\p{M}*a\p{M}*t\p{M}*\ kh\p{M}*a\p{M}*u\p{M}*|\b\p{L}[\p{L}\p{M}0-9_-]{1,40})
            \ (?=(?<secret>[^"'&;,\s<>\\{}()\[\]]{4,}))
            (?!(?:is|was|are|has|have|must|and|that|this|with|from|your|which|when|will|does|should|cannot|field|header|expired|invalid|authentication)\b)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Said();

    /// <summary>&lt;input type="password" value="x"&gt;, and with the value first.</summary>
    [GeneratedRegex(
        """
            <\w[^<>]{0,200}?\s(?:type|name|id|key)\s*=\s*["']?(?<name>[\w.-]+)["']?(?=\s)[^<>]{0,200}?\s(?:value|content)\s*=\s*(?:"(?<secret>[^"<>]+)"|'(?<secret>[^'<>]+)'|(?<secret>[^\s"'<>]+))
            | <\w[^<>]{0,200}?\s(?:value|content)\s*=\s*(?:"(?<secret>[^"<>]+)"|'(?<secret>[^'<>]+)'|(?<secret>[^\s"'<>]+))[^<>]{0,200}?\s(?:type|name|id|key)\s*=\s*["']?(?<name>[\w.-]+)
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex HtmlTag();

    /// <summary>A header takes the whole line: a cookie has many values, and a scheme can be one that nobody knows.</summary>
    [GeneratedRegex(
        """\b(?:(?:Set-)?Cookie|(?:Proxy-)?Authorization)\s*:\s*(?<secret>[^\r\n"']{3,})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"^\p{L}?\p{Ll}*$|^\p{Lu}+$")]
    private static partial Regex PlainWord();
}
