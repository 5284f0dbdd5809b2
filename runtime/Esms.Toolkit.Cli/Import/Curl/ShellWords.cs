using System.Text;

namespace Esms.Cli.Import.Curl;

/// <summary>Cuts a command into words as a POSIX shell does: single, double and $'…' quotes, backslashes, lines that go on.</summary>
internal sealed class ShellWords
{
    private readonly string _path;
    private readonly string _text;
    private readonly List<CommandWord> _words = [];
    private readonly StringBuilder _word = new();
    private int _at;
    private bool _isQuoted;

    private ShellWords(string path, string text) => (_path, _text) = (path, text);

    /// <returns>The words, each with the place at which it begins.</returns>
    /// <exception cref="InvalidDataException">A quote is not closed; the message has its place.</exception>
    public static IReadOnlyList<CommandWord> Cut(string path, string text)
    {
        var words = new ShellWords(path, text.ReplaceLineEndings("\n"));
        words.Cut();
        return words._words;
    }

    private void Cut()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || IsContinuation())
                _at += char.IsWhiteSpace(_text[_at]) ? 1 : 2;
            else
                CutWord();
        }
    }

    private void CutWord()
    {
        var start = _at;
        _word.Clear();
        _isQuoted = false;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
        {
            if (IsContinuation())
                _at += 2;
            else
                TakePart();
        }
        _words.Add(new CommandWord(_word.ToString(), start, _isQuoted));
    }

    private void TakePart()
    {
        _isQuoted |= _text[_at] is '\'' or '"' or '\\';
        switch (_text[_at])
        {
            case '\'':
                TakeSingle();
                break;
            case '"':
                TakeDouble();
                break;
            case '$' when Next == '\'':
                TakeAnsi();
                break;
            case '\\' when _at + 1 < _text.Length:
                _word.Append(Next);
                _at += 2;
                break;
            default:
                _word.Append(_text[_at++]);
                break;
        }
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private bool IsContinuation() => _text[_at] == '\\' && Next == '\n';

    private void TakeSingle()
    {
        var close = _text.IndexOf('\'', _at + 1);
        if (close < 0)
            throw NotClosed(_at);
        _word.Append(_text, _at + 1, close - _at - 1);
        _at = close + 1;
    }

    private void TakeDouble()
    {
        var start = _at++;
        while (_at < _text.Length && _text[_at] != '"')
        {
            if (_text[_at] == '\\' && Next is '"' or '\\' or '$' or '`' or '\n')
            {
                if (Next != '\n')
                    _word.Append(Next);
                _at += 2;
            }
            else
            {
                _word.Append(_text[_at++]);
            }
        }
        if (_at++ >= _text.Length)
            throw NotClosed(start);
    }

    private void TakeAnsi()
    {
        var start = _at;
        _at += 2;
        while (_at < _text.Length && _text[_at] != '\'')
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                _word.Append(TakeEscape());
            else
                _word.Append(_text[_at++]);
        }
        if (_at++ >= _text.Length)
            throw NotClosed(start);
    }

    private string TakeEscape()
    {
        var kind = Next;
        _at += 2;
        return kind switch
        {
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'u' => TakeHex(4),
            'x' => TakeHex(2),
            'U' => TakeHex(8),
            _ => kind.ToString(),
        };
    }

    private string TakeHex(int most)
    {
        var start = _at;
        while (_at < _text.Length && _at - start < most && char.IsAsciiHexDigit(_text[_at]))
            _at++;
        // A half of a pair stays as it is; the other half follows.
        return _at == start ? string.Empty
            : Convert.ToInt32(_text[start.._at], 16) is var code && code is >= 0xD800 and <= 0xDFFF or > 0x10FFFF ? ((char)code).ToString()
            : char.ConvertFromUtf32(code);
    }

    private InvalidDataException NotClosed(int offset) =>
        new($"{Notes.Place(_path, _text, offset)}: this quote is not closed. Copy the whole command, to its last quote.");
}
