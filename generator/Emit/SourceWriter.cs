using System.Text;

namespace Esms.Toolkit.Emit;

/// <summary>Writes C# with indentation. Lines end in \n on every machine, so that output is the same to the byte.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    /// <param name="tail">What follows the brace, such as a semicolon.</param>
    public void Close(string tail = "")
    {
        _depth--;
        Line("}" + tail);
    }

    /// <summary>Writes a line that belongs to the one above it.</summary>
    public void Continuation(string line)
    {
        _depth++;
        Line(line);
        _depth--;
    }

    public override string ToString() => _text.ToString();
}
