using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>The lines of a text, each where <see cref="LineMap"/> begins it.</summary>
internal sealed class SourceLines(string text)
{
    private static readonly char[] Ends = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    private readonly LineMap _map = new(text);

    /// <summary>Shows the line of a place, and marks what is meant below it; of more than one line the first.</summary>
    public void Underline(TextWriter output, LinePosition from, LinePosition to)
    {
        var start = StartOf(from.Line);
        var end = text.IndexOfAny(Ends, start);
        var line = text[start..(end < 0 ? text.Length : end)];
        var length = Math.Max(1, (to.Line == from.Line ? to.Column : line.Length) - from.Column);
        output.WriteLine($"    {Plain.Text(line.Replace('\t', ' '))}");
        output.WriteLine($"    {new string(' ', from.Column)}{new string('^', length)}");
    }

    private int StartOf(int line)
    {
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_map.At(middle).Line < line)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
