using System.Text;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Json;

/// <summary>The words of a text that is nearly JSON, each given back as strict JSON.</summary>
internal sealed partial class MendingReader(string path, string text, Notes notes)
{
    private const char End = '\0';

    public int Offset { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    public char Current => At(0);

    /// <summary>Whether {{something}} stands here.</summary>
    public bool IsPlaceholder => Placeholder().IsMatch(text.AsSpan(Offset));

    public void Advance(int count) => Offset += count;

    public void Note(string what, int? at = null) => notes.Mend(path, text, at ?? Offset, what);

    public InvalidDataException Fail(string why) =>
        new($"{Notes.Place(path, text, Offset)}: {why}. It is no JSON that can be mended; put it right by hand, or leave the file out.");

    public int SkipCommas()
    {
        var count = 0;
        for (; Current == ','; count++, SkipTrivia())
            Offset++;
        return count;
    }

    public void SkipTrivia()
    {
        while (!AtEnd)
        {
            if (char.IsWhiteSpace(Current) || Current is '\uFEFF' or '\u200B')
                Offset++;
            else if (Current == '/' && At(1) is '/' or '*')
                SkipComment();
            else
                break;
        }
    }

    public string TakeName()
    {
        if (IsQuote(Current))
            return OpenName().Match(text, Offset) is { Success: true } open ? TakeOpenName(open) : TakeText();
        var start = Offset;
        var word = TakeWord(static letter => char.IsWhiteSpace(letter) || letter is ':' or ',' or '}' or ']' or '{' or '[');
        if (word.Length == 0)
            throw Fail($"'{Current}' stands where a name should be");
        SkipTrivia();
        if (IsQuote(Current))
        {
            Note("a word too many stands before a name; it was left out", start);
            return TakeName();
        }
        Note($"the name {word} has no quotes; they were put in", start);
        return Quote(word);
    }

    /// <summary>A name whose second quote is missing ends at the colon.</summary>
    private string TakeOpenName(Match open)
    {
        Note($"the name {open.Groups[1].Value} lacks its second quote; it was put in");
        Offset += open.Length;
        return Quote(open.Groups[1].Value);
    }

    public string TakeScalar()
    {
        if (IsQuote(Current))
            return TakeText();
        var start = Offset;
        if (Placeholder().Match(text, Offset) is { Success: true } placeholder && placeholder.Index == Offset)
        {
            Offset += placeholder.Length;
            Note($"the placeholder {placeholder.Value} has no quotes; it was taken for a value", start);
            return Quote(placeholder.Value);
        }
        var word = TakeWord(static letter => letter is ',' or '}' or ']' or '\n' or '\r' or '{' or '[').TrimEnd();
        if (word is "true" or "false" or "null" || Number().IsMatch(word))
            return word;
        if (word is "True" or "False" or "None" or "undefined" or "NULL" or "Null" or "TRUE" or "FALSE")
        {
            var literal =
                word is "True" or "TRUE" ? "true"
                : word is "False" or "FALSE" ? "false"
                : "null";
            Note($"{word} was taken for {literal}", start);
            return literal;
        }
        if (word.Length == 0)
            throw Fail($"'{Current}' stands where a value should be");
        Note("a text has no quotes; they were put in", start);
        return Quote(word);
    }

    private static bool IsQuote(char letter) => letter is '"' or '\'' or '“' or '”' or '‘' or '’' or '„';

    private static char[] ClosingOf(char open) =>
        open switch
        {
            '"' => ['"'],
            '\'' => ['\''],
            '‘' or '’' => ['’', '‘', '\''],
            _ => ['”', '“', '"'],
        };

    private string TakeText()
    {
        var start = Offset;
        var closing = ClosingOf(Current);
        if (Current != '"')
            Note($"a text stands between {Current} and {closing[0]}; it was put between double quotes");
        Offset++;
        var value = new StringBuilder("\"");
        while (!closing.Contains(Current) || AtEnd)
        {
            if (AtEnd)
            {
                Note("the end of a text is cut off; a quote was put in", start);
                return value.Append('"').ToString();
            }
            if (OpenText().Match(text, Offset) is { Success: true } rest)
            {
                Note("a text lacks its second quote; it was put in", start);
                Offset += rest.Length;
                return value.Append(Quote(rest.Groups[1].Value)[1..]).ToString();
            }
            value.Append(TakeLetter());
        }
        Offset++;
        return value.Append('"').ToString();
    }

    /// <summary>One letter of a text, or one escape.</summary>
    private string TakeLetter()
    {
        var letter = Current;
        if (letter == '\\' && Escape().Match(text, Offset) is { Success: true } escape && escape.Index == Offset)
        {
            Offset += escape.Length;
            return escape.Value;
        }
        Offset++;
        if (letter == '\\')
        {
            Note("there is no such escape; the backslash was kept", Offset - 1);
            return "\\\\";
        }
        if (letter is '\n' or '\r')
            Note("a line break stands inside a text; it was kept as an escape", Offset - 1);
        return letter is '"' or < ' ' ? Escaped(letter) : letter.ToString();
    }

    private string TakeWord(Func<char, bool> ends)
    {
        var start = Offset;
        while (!AtEnd && !ends(Current) && !(Current == '/' && At(1) is '/' or '*'))
            Offset++;
        return text[start..Offset];
    }

    private void SkipComment()
    {
        Note("a comment was left out");
        var end =
            At(1) == '/' ? text.IndexOf('\n', Offset)
            : text.IndexOf("*/", Offset + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2
            : -1;
        Offset = end < 0 ? text.Length : end;
    }

    private static string Quote(string word) =>
        $"\"{string.Concat(word.Select(static letter => letter is '"' or '\\' or < ' ' ? Escaped(letter) : letter.ToString()))}\"";

    private static string Escaped(char letter) => letter is '"' or '\\' ? $"\\{letter}" : $"\\u{(int)letter:x4}";

    private char At(int distance) => Offset + distance < text.Length ? text[Offset + distance] : End;

    [GeneratedRegex(@"\G\{\{[^{}\r\n]+\}\}")]
    private static partial Regex Placeholder();

    /// <summary>A quote, a name and a colon, and no other quote on the line.</summary>
    [GeneratedRegex(@"\G""([^"":\r\n]+)(?=:[^""\r\n]*\r?$)", RegexOptions.Multiline)]
    private static partial Regex OpenName();

    /// <summary>The rest of a line without a quote, when the next line begins with another name or ends the object: so the text ended here.</summary>
    [GeneratedRegex(@"\G([^""\r\n]*?),?[ \t]*\r?\n\s*(?=""[^""\r\n]+""\s*:|[}\]])")]
    private static partial Regex OpenText();

    [GeneratedRegex(@"\G\\([""\\/bfnrt]|u[0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$")]
    private static partial Regex Number();
}
