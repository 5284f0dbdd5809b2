using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Secrets;

/// <summary>
/// What looks like a secret, whatever it is called: long hex, base64, UUIDs, JWTs, what follows Basic and Bearer, a user in front of a host.
/// It errs on the side of secrets: a harmless value that is hidden costs a sample its text, and a secret that is not costs an account.
/// </summary>
internal static partial class SecretLook
{
    /// <summary>Shorter than any key that a service issues.</summary>
    private const int Shortest = 16;

    private const int LongestNumber = 23;
    private const int LongestWord = 20;

    /// <summary>Whether a whole value looks like a secret.</summary>
    public static bool Is(string value) => FindIn(value).Any(piece => piece.Length * 2 > value.Trim().Length);

    /// <summary>Whether a name of a field, an element, a header or an operation is none that people give.</summary>
    public static bool IsInName(string name) =>
        Uuid().IsMatch(name) || Token().Matches(name).Any(static token => IsSecret(token.Value) && (IsHex(token.Value) || !IsName(token.Value)));

    /// <summary>Whether a part of a path can be a piece of a key in base64, which slashes cut into parts: it is no word and no name.</summary>
    public static bool IsInPieces(string part) => part.Length > 0 && Piece().IsMatch(part) && !IsName(part);

    /// <summary>Whether a text has something in it that is a key for certain.</summary>
    public static bool HasKey(string text) =>
        Sure().Matches(text).Any(static match => !IsPlaceholder(match.Groups["secret"].Value))
        || Token().Matches(text).Any(static token => IsHex(token.Value));

    /// <summary>The pieces of a text that look like secrets.</summary>
    /// <param name="hasNames">Whether names of operations and fields are in it, which have numbers in them: SendMultipleMessage_V4_post_json.</param>
    public static IEnumerable<(int Start, int Length)> FindIn(string text, bool hasNames = false)
    {
        foreach (Match match in Sure().Matches(text))
        {
            var group = match.Groups["secret"];
            if (!IsPlaceholder(group.Value))
                yield return (group.Index, group.Length);
        }
        foreach (var announced in AnnouncedSecrets.In(text))
            yield return announced;
        foreach (Match run in Token().Matches(text))
        {
            foreach (var (start, length) in Pieces(text, run))
            {
                if (text.Substring(start, length) is var piece && IsSecret(piece) && !(hasNames && !IsHex(piece) && IsName(piece)))
                    yield return (start, length);
            }
        }
    }

    /// <summary>Also of {user}:{password}; a password without a user is ":password", which is no placeholder in an address.</summary>
    private static bool IsPlaceholder(string value) => value.Split(':', StringSplitOptions.RemoveEmptyEntries).All(Infer.Placeholder.Is);

    /// <summary>Base64 has slashes, and so has an address, of which each part is looked at alone.</summary>
    private static List<(int Start, int Length)> Pieces(string text, Match run)
    {
        var isAddress = run.Value.Contains("://", StringComparison.Ordinal) || (run.Index > 0 && text[run.Index - 1] is ('{' or '}'));
        if (!isAddress && !run.Value.Split('/').All(static part => IsPlain(part) || IsName(part)))
            return [(run.Index, run.Length)];
        var pieces = new List<(int Start, int Length)>();
        var start = run.Index;
        var isCut = false;
        foreach (var part in run.Value.Split('/'))
        {
            // Parts side by side that are no words are one key, which its slashes cut.
            if (isCut && IsInPieces(part))
                pieces[^1] = (pieces[^1].Start, start + part.Length - pieces[^1].Start);
            else
                pieces.Add((start, part.Length));
            isCut = IsInPieces(part) && !Host().IsMatch(part);
            start += part.Length + 1;
        }
        return pieces;
    }

    private static bool IsSecret(string token)
    {
        var bare = token.Trim('.', '-', '_', '/', ':');
        if (bare.Length < Shortest || bare.Distinct().Count() == 1)
            return false;
        if (bare.All(static letter => char.IsAsciiDigit(letter) || !char.IsAsciiLetterOrDigit(letter)))
            return bare.Count(char.IsAsciiDigit) > LongestNumber && !bare.Contains('/', StringComparison.Ordinal);
        return IsHex(bare) || (!Date().IsMatch(bare) && !Host().IsMatch(bare) && !IsPlain(bare));
    }

    private static bool IsHex(string token) => Hex().IsMatch(token) && token.Any(char.IsAsciiDigit) && token.Any(char.IsAsciiLetter);

    /// <summary>Words and numbers with separators between them.</summary>
    private static bool IsPlain(string token) => token.Split('_', '-', '.', '/', ':', '~', '+', '=').All(static part => IsPlainPart(part));

    private static bool IsPlainPart(string part) =>
        part.Length == 0
        || (part.All(char.IsAsciiDigit) && part.Length < Shortest)
        || (PlainPart().IsMatch(part) && CamelWord().Matches(part).All(static word => IsWord(word.Value)));

    private static bool IsWord(string word) =>
        word.ToUpperInvariant() is "HTTP" or "HTTPS" or "HTML" or "XMLNS"
        || (word.Length <= LongestWord && (word.Length < 4 || HasVowel().IsMatch(word)) && !Unspeakable().IsMatch(word));

    /// <summary>The same with the numbers that names have: SendMultipleMessage_V4_post_json, Field2.</summary>
    private static bool IsName(string token) => token.Split('_', '-', '.', ':', '/').All(static part => IsPlainPart(part) || IsNumberedPart(part));

    private static bool IsNumberedPart(string part)
    {
        var words = CamelWord().Matches(part);
        var numbers = Digits().Matches(part);
        return part.All(char.IsAsciiLetterOrDigit)
            && words.Count > 0
            && words.All(static word => IsWord(word.Value))
            && (words.Count < 3 || words.Sum(static word => word.Length) >= 3.5 * words.Count)
            && numbers.Count <= 2
            && numbers.All(static number => number.Length <= 4);
    }

    [GeneratedRegex(
        """
            -----BEGIN[^-]*-----(?<secret>[\s\S]*?)(?:-----END|\z)
            | ://(?<secret>[^/\s@?\#"'<>]+)@
            | ://(?<secret>[^/\s@?\#"'<>:]*:(?![0-9]{1,5}[/?\#])[^\s@"'<>]+)@
            | (?<secret>\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b)
            | (?<secret>\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?)
            | (?<secret>\b(?:AKIA|ASIA)[0-9A-Z]{12,})
            | (?<secret>\b(?:AIza|ya29\.|glpat-|github_pat_|gh[oprsu]_|npm_|hf_|xox[a-z]-|[prs]k_(?:live|test)_|SG\.)[\w.-]{8,})
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant
    )]
    private static partial Regex Sure();

    [GeneratedRegex(@"[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("[A-Za-z0-9+/_=~.:-]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("^[A-Za-z0-9+/_=-]+$")]
    private static partial Regex Piece();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^(https?:)?/*([a-z0-9-]{1,15}\.){1,4}[a-z]{2,6}(:\d{1,5})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex("^(?:[A-Z]?[a-z]+|[A-Z]{1,12})$|^(?:[A-Z]?[a-z]{2,}|[A-Z]{2,4}(?![a-z]))+$")]
    private static partial Regex PlainPart();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex CamelWord();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("^[0-9a-fA-F]{16,}$")]
    private static partial Regex Hex();

    [GeneratedRegex("[aeiouyAEIOUY]")]
    private static partial Regex HasVowel();

    [GeneratedRegex("[b-df-hj-np-tv-xz]{5,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unspeakable();
}
