using System.Text;

namespace Esms.Cli.Import.Curl;

/// <summary>
/// Cuts PowerShell into words: quotes of both kinds, here-strings, backticks, hashtables. A variable inside of a text stays as it is written,
/// which is a placeholder then.
/// </summary>
internal sealed class PowerShellReader
{
    private readonly ImportSource _source;
    private readonly Notes _notes;
    private readonly string _text;
    private int _at;

    public PowerShellReader(ImportSource source, Notes notes)
    {
        _text = source.Text.ReplaceLineEndings("\n");
        _source = source with { Text = _text };
        _notes = notes;
    }

    /// <summary>The statements, each a list of words.</summary>
    public IEnumerable<IReadOnlyList<PowerShellWord>> Statements()
    {
        var statement = new List<PowerShellWord>();
        while (_at < _text.Length)
        {
            if (_text[_at] is '\n' or ';')
            {
                _at++;
                if (statement.Count > 0)
                    yield return statement;
                statement = [];
            }
            else if (!SkipBlank())
            {
                statement.Add(TakeWord());
            }
        }
        if (statement.Count > 0)
            yield return statement;
    }

    public InvalidDataException Fail(int offset, string why) => _notes.Fail(_source.At(offset), why);

    /// <returns>Whether something was skipped.</returns>
    private bool SkipBlank()
    {
        var start = _at;
        if (_text[_at] is ' ' or '\t')
            _at++;
        else if (_text[_at] == '`' && _at + 1 < _text.Length && char.IsWhiteSpace(_text[_at + 1]))
            _at += _text.IndexOf('\n', _at) is var end and >= 0 && _text[(_at + 1)..end].Trim().Length == 0 ? end - _at + 1 : 2;
        else if (_text[_at] == '#')
            _at = _text.IndexOf('\n', _at) is var line and >= 0 ? line : _text.Length;
        return _at > start;
    }

    private PowerShellWord TakeWord()
    {
        var start = _at;
        if (Starts("@'") || Starts("@\""))
            return new PowerShellWord(TakeHereString(), start) { IsQuoted = true };
        if (Starts("@{"))
            return new PowerShellWord(string.Empty, start) { Table = TakeTable() };
        if (_text[_at] is '\'' or '"')
            return new PowerShellWord(TakeQuoted(), start) { IsQuoted = true };
        if (_text[_at] == '(')
            return TakeGroup();
        if (_text[_at] == ')')
            return new PowerShellWord(")", _at++);
        var word = new StringBuilder();
        while (
            _at < _text.Length
            && !char.IsWhiteSpace(_text[_at])
            && _text[_at] is not (';' or '}')
            && !(_text[_at] == ')' && !word.ToString().Contains('(', StringComparison.Ordinal))
        )
        {
            if (_text[_at] is '\'' or '"')
                word.Append('"').Append(TakeQuoted()).Append('"');
            else if (_text[_at] == '`' && _at + 1 < _text.Length && _text[_at + 1] != '\n')
                word.Append(TakeEscape());
            else if (_text[_at] == '`')
                break;
            else if (_text[_at] == '=' && word.Length > 0)
                break;
            else
                word.Append(_text[_at++]);
            if (word.Length == 1 && word[0] == '=')
                break;
        }
        if (_at == start)
            throw Fail(start, "this cannot be read. Copy the command by itself, from Invoke-RestMethod or curl.exe to its end.");
        return new PowerShellWord(word.ToString(), start);
    }

    /// <summary>(@{ … } | ConvertTo-Json), or a value in brackets.</summary>
    private PowerShellWord TakeGroup()
    {
        var start = _at++;
        var words = new List<PowerShellWord>();
        while (true)
        {
            if (_at >= _text.Length)
                throw Fail(start, "this bracket is not closed.");
            if (_text[_at] is ')')
                break;
            if (_text[_at] == '\n')
                _at++;
            else if (!SkipBlank())
                words.Add(TakeWord());
        }
        _at++;
        return PowerShellWord.Of(words) ?? new PowerShellWord("(…)", start);
    }

    private bool Starts(string sign) => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private string TakeHereString()
    {
        var (start, quote) = (_at, _text[_at + 1]);
        var begin = _text.IndexOf('\n', _at);
        var end = begin < 0 ? -1 : _text.IndexOf($"\n{quote}@", begin, StringComparison.Ordinal);
        if (end < 0)
            throw Fail(start, $"this text is not closed: {quote}@ has to be at the beginning of a line.");
        _at = end + 3;
        var text = begin == end ? string.Empty : _text[(begin + 1)..end];
        return quote == '"' ? text.Replace("`\"", "\"", StringComparison.Ordinal).Replace("`$", "$", StringComparison.Ordinal) : text;
    }

    private string TakeQuoted()
    {
        var (start, quote) = (_at, _text[_at]);
        var value = new StringBuilder();
        for (_at++; _at < _text.Length; )
        {
            if (_text[_at] == quote && _at + 1 < _text.Length && _text[_at + 1] == quote)
            {
                value.Append(quote);
                _at += 2;
            }
            else if (_text[_at] == quote)
            {
                _at++;
                return value.ToString();
            }
            else if (quote == '"' && _text[_at] == '`' && _at + 1 < _text.Length)
            {
                value.Append(TakeEscape());
            }
            else
            {
                value.Append(_text[_at++]);
            }
        }
        throw Fail(start, "this quote is not closed. Copy the whole command, to its last quote.");
    }

    private char TakeEscape()
    {
        var letter = _text[_at + 1];
        _at += 2;
        return letter switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => letter,
        };
    }

    /// <summary>@{ name = value; "name" = "value" }, a pair on a line or behind a semicolon.</summary>
    private List<(string Name, PowerShellWord Value)> TakeTable()
    {
        var start = _at;
        var pairs = new List<(string, PowerShellWord)>();
        _at += 2;
        while (true)
        {
            SkipGaps();
            if (_at >= _text.Length)
                throw Fail(start, "this table is not closed: a '}' is missing.");
            if (_text[_at] == '}')
            {
                _at++;
                return pairs;
            }
            var name = TakeWord();
            SkipGaps();
            if (_at >= _text.Length || _text[_at] != '=')
                throw Fail(name.Offset, "this is no table of names and values, such as @{ \"Phone\" = \"0901888484\" }.");
            _at++;
            SkipGaps();
            pairs.Add((name.Text, _at < _text.Length ? TakeWord() : throw Fail(start, "a value is missing in this table.")));
        }
    }

    private void SkipGaps()
    {
        while (_at < _text.Length && (_text[_at] is '\n' or ';' || SkipBlank()))
        {
            if (_at < _text.Length && _text[_at] is '\n' or ';')
                _at++;
        }
    }
}
