using System.Globalization;
using System.Text;

namespace Esms.Toolkit.Reader.Syntax;

/// <summary>Cuts a JSON text into its words: white space and comments, texts, numbers, literals, punctuation.</summary>
internal sealed class JsonScanner(string text)
{
    /// <summary>Stands for the end of the text; U+0000 itself is no JSON outside of an escape.</summary>
    private const char End = '\0';

    public int Offset { get; private set; }

    public bool AtEnd => Offset >= text.Length;

    public char Current => At(0);

    public void SkipTrivia()
    {
        while (!AtEnd)
        {
            if (Current is ' ' or '\t' or '\r' or '\n')
                Offset++;
            else if (Current == '/' && At(1) == '/')
                SkipLineComment();
            else if (Current == '/' && At(1) == '*')
                SkipBlockComment();
            else
                break;
        }
    }

    public void Expect(char character, string? wanted = null)
    {
        if (Current != character || AtEnd)
            throw Unexpected(wanted ?? $"'{character}'");
        Offset++;
    }

    public JsonText ScanText()
    {
        var start = Offset++;
        var value = new StringBuilder();
        while (Current != '"')
        {
            if (AtEnd || Current is '\r' or '\n')
                throw new JsonSyntaxException("Unterminated string.", new TextRange(start, Offset - start));
            if (Current < ' ')
                throw new JsonSyntaxException(
                    $"The string has the control character U+{(int)Current:X4}; write it as an escape.",
                    new TextRange(Offset, 1)
                );
            value.Append(Current == '\\' ? ScanEscape() : text[Offset++]);
        }
        Offset++;
        return new JsonText(new TextRange(start, Offset - start), value.ToString());
    }

    public JsonNumber ScanNumber()
    {
        var start = Offset;
        if (Current == '-')
            Offset++;
        if (Current == '0')
            Offset++;
        else
            SkipDigits();
        if (Current == '.')
        {
            Offset++;
            SkipDigits();
        }
        if (Current is 'e' or 'E')
        {
            Offset++;
            if (Current is '+' or '-')
                Offset++;
            SkipDigits();
        }
        if (IsWordPart(Current))
            throw Unexpected("the end of the number");
        return new JsonNumber(new TextRange(start, Offset - start), text.Substring(start, Offset - start));
    }

    public JsonNode ScanLiteral()
    {
        var length = 0;
        while (IsWordPart(At(length)))
            length++;
        var range = new TextRange(Offset, length);
        JsonNode node = text.Substring(Offset, length) switch
        {
            "true" => new JsonBoolean(range, true),
            "false" => new JsonBoolean(range, false),
            "null" => new JsonNull(range),
            _ => throw Unexpected("a value"),
        };
        Offset += length;
        return node;
    }

    /// <summary>The error for the current word, which is underlined as a whole.</summary>
    public JsonSyntaxException Unexpected(string wanted)
    {
        if (AtEnd)
            return new JsonSyntaxException($"Unexpected end of file; expected {wanted}.", new TextRange(text.Length, 0));
        var length = 0;
        while (IsWordPart(At(length)))
            length++;
        if (length == 0)
            length = char.IsSurrogatePair(Current, At(1)) ? 2 : 1;
        return new JsonSyntaxException($"Unexpected '{text.Substring(Offset, length)}'; expected {wanted}.", new TextRange(Offset, length));
    }

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '$' or '.';

    private char At(int distance) => Offset + distance < text.Length ? text[Offset + distance] : End;

    private void SkipDigits()
    {
        if (Current is not (>= '0' and <= '9'))
            throw Unexpected("a digit");
        while (Current is >= '0' and <= '9')
            Offset++;
    }

    private void SkipLineComment()
    {
        while (!AtEnd && Current is not ('\r' or '\n'))
            Offset++;
    }

    private void SkipBlockComment()
    {
        var close = text.IndexOf("*/", Offset + 2, StringComparison.Ordinal);
        if (close < 0)
            throw new JsonSyntaxException("Unterminated comment.", new TextRange(Offset, 2));
        Offset = close + 2;
    }

    private char ScanEscape()
    {
        var start = Offset++;
        var kind = Current;
        Offset++;
        return kind switch
        {
            '"' or '\\' or '/' => kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ScanHex(start),
            _ => throw new JsonSyntaxException("Unknown escape.", new TextRange(start, Math.Min(2, text.Length - start))),
        };
    }

    private char ScanHex(int start)
    {
        var digits = Offset + 4 <= text.Length ? text.Substring(Offset, 4) : string.Empty;
        // TryParse overlooks any U+0000 at the end.
        if (
            digits.Any(static digit => digit == '\0')
            || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
            throw new JsonSyntaxException(@"The escape \u needs four hexadecimal digits.", new TextRange(start, Math.Min(6, text.Length - start)));
        Offset += 4;
        return (char)code;
    }
}
