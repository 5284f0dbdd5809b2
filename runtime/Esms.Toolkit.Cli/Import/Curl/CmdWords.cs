using System.Text;

namespace Esms.Cli.Import.Curl;

/// <summary>
/// Cuts a command into words as Windows does: the prompt takes the carets away, and joins the lines that end in one; then the program's own
/// rules for quotes apply (\" and, inside of quotes, "").
/// </summary>
internal sealed class CmdWords
{
    private readonly ImportSource _source;
    private readonly Notes _notes;

    /// <summary>What the program sees, each character with its place.</summary>
    private readonly List<(char Letter, int Offset)> _letters = [];

    private readonly List<CommandWord> _words = [];

    private CmdWords(ImportSource source, Notes notes) => (_source, _notes) = (source, notes);

    /// <exception cref="InvalidDataException">A quote is not closed; the message has its place.</exception>
    public static IReadOnlyList<CommandWord> Cut(ImportSource source, Notes notes)
    {
        var words = new CmdWords(source with { Text = source.Text.ReplaceLineEndings("\n") }, notes);
        words.TakeCarets();
        words.Cut();
        return words._words;
    }

    private void TakeCarets()
    {
        var text = _source.Text;
        var inQuotes = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '^' && !inQuotes && i + 1 < text.Length)
                i = TakeCaret(i + 1);
            else if (text[i] == '^' && EndsLine(i + 1) is var next and > 0)
                i = next - 1; // Inside of quotes the caret is kept, strictly; a line that goes on there was copied from a page.
            else if (text[i] == '%' && i + 1 < text.Length && text[i + 1] == '%')
                _letters.Add(('%', i++)); // As batch files write it.
            else
            {
                if (text[i] == '"' && (i == 0 || text[i - 1] != '\\'))
                    inQuotes = !inQuotes;
                _letters.Add((text[i], i));
            }
        }
    }

    /// <returns>The last place that was used.</returns>
    private int TakeCaret(int i)
    {
        if (EndsLine(i) is var next and > 0)
            return next - 1;
        _letters.Add((_source.Text[i], i));
        return i;
    }

    /// <returns>The beginning of the next line, when this one ends here; else 0.</returns>
    private int EndsLine(int i)
    {
        while (i < _source.Text.Length && _source.Text[i] is ' ' or '\t')
            i++;
        return i < _source.Text.Length && _source.Text[i] == '\n' ? i + 1 : 0;
    }

    private void Cut()
    {
        for (var at = 0; at < _letters.Count; )
            at = char.IsWhiteSpace(_letters[at].Letter) ? at + 1 : CutWord(at);
    }

    private int CutWord(int at)
    {
        var start = _letters[at].Offset;
        var word = new StringBuilder();
        var (inQuotes, isQuoted) = (false, false);
        while (at < _letters.Count && (inQuotes || !char.IsWhiteSpace(_letters[at].Letter)))
        {
            if (LetterAt(at) == '\\' && Backslashes(at) is var count && LetterAt(at + count) == '"')
            {
                word.Append('\\', count / 2);
                at += count;
                if (count % 2 == 1)
                    word.Append(_letters[at++].Letter);
            }
            else if (LetterAt(at) == '"')
            {
                isQuoted = true;
                if (inQuotes && LetterAt(at + 1) == '"')
                    word.Append(_letters[at++].Letter);
                else
                    inQuotes = !inQuotes;
                at++;
            }
            else
            {
                word.Append(_letters[at++].Letter);
            }
        }
        if (inQuotes)
            throw _notes.Fail(_source.At(start), "this quote is not closed. Copy the whole command, to its last quote.");
        _words.Add(new CommandWord(word.ToString(), start, isQuoted));
        return at;
    }

    private char LetterAt(int at) => at < _letters.Count ? _letters[at].Letter : '\0';

    private int Backslashes(int at)
    {
        var count = 0;
        while (LetterAt(at + count) == '\\')
            count++;
        return count;
    }
}
