using System.Text;

namespace Esms.Cli;

/// <summary>
/// The rows of a CSV text. By hand, because money depends on two things that the libraries do not do: a quote inside an unquoted cell is a letter, as
/// in <c>5" screen</c>, and a quote that is never closed is an error at its own line, and not a cell with the rest of the file in it.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="name">The name of the file, for problems.</param>
internal sealed class CsvRows(TextReader text, string name)
{
    private const char Quote = '"';

    /// <summary>No text of a message is near this; a cell that is longer has a quote too many.</summary>
    private const int MaxCellLength = 100_000;

    private readonly StringBuilder _cell = new();
    private string _head = string.Empty;
    private int _headIndex;
    private int _line = 1;
    private char? _separator;

    /// <summary>The next row; null at the end of the file.</summary>
    /// <exception cref="InvalidDataException">A quote is where none may be.</exception>
    public CsvRow? Next()
    {
        _separator ??= FindSeparator();
        if (Peek() < 0)
            return null;
        var (line, cells) = (_line, new List<string>());
        do cells.Add(ReadCell());
        while (Take(_separator.Value));
        EndLine();
        return new CsvRow(line, cells);
    }

    private string ReadCell()
    {
        _cell.Clear();
        if (Peek() == Quote)
            ReadQuoted();
        else
            while (Peek() is var next && next >= 0 && next != _separator && next is not ('\r' or '\n'))
                Append((char)Read(), _line);
        return _cell.ToString();
    }

    private void ReadQuoted()
    {
        var opened = _line;
        Read();
        while (true)
        {
            var next = Read();
            if (next < 0)
                throw new InvalidDataException($"{name}({opened}): a quote opens a cell here, and is never closed.");
            if (next == Quote && !Take(Quote))
                break;
            _line += next == '\n' || (next == '\r' && Peek() != '\n') ? 1 : 0;
            Append((char)next, opened);
        }
        if (Peek() is var after && after >= 0 && after != _separator && after is not ('\r' or '\n'))
            throw new InvalidDataException(
                $"{name}({_line}): behind a closing quote, only a separator or the end of the line may follow. Write \"\" for a quote in a cell."
            );
    }

    private void Append(char letter, int line)
    {
        if (_cell.Length == MaxCellLength)
            throw new InvalidDataException(
                $"{name}({line}): a cell has more than {MaxCellLength} characters. Look for a quote that is never closed."
            );
        _cell.Append(letter);
    }

    private void EndLine()
    {
        if (Peek() < 0)
            return;
        if (Read() == '\r')
            Take('\n');
        _line++;
    }

    /// <summary>The separator that the first line names (<c>sep=;</c>, as Excel writes it), or the one that it uses most outside of quotes.</summary>
    private char FindSeparator()
    {
        _head = text.ReadLine() is { } first ? first + "\n" : string.Empty;
        if (_head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && _head.Length == 6)
        {
            var named = _head[4];
            (_head, _line) = (string.Empty, 2);
            return named;
        }
        var isQuoted = false;
        var unquoted = _head.Where(letter => (isQuoted ^= letter == Quote) is false).ToList();
        return ((char[])[',', ';', '\t']).MaxBy(separator => unquoted.Count(letter => letter == separator));
    }

    private int Peek() => _headIndex < _head.Length ? _head[_headIndex] : text.Peek();

    private int Read() => _headIndex < _head.Length ? _head[_headIndex++] : text.Read();

    private bool Take(char letter)
    {
        if (Peek() != letter)
            return false;
        Read();
        return true;
    }
}
