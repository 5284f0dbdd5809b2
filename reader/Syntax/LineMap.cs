namespace Esms.Toolkit.Reader.Syntax;

/// <summary>
/// Finds line and column of an offset. Lines end where the compiler and the editors end them (CR, LF, CRLF, U+0085, U+2028, U+2029):
/// otherwise a squiggle would sit on another line than the word it is about.
/// </summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            if (text[i] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
                _starts.Add(i + 1);
        }
    }

    public LinePosition At(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - _starts[line]);
    }
}
