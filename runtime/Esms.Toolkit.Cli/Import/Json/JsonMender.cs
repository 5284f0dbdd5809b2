using System.Text;

namespace Esms.Cli.Import.Json;

/// <summary>
/// Makes JSON of a published text that is nearly JSON: commas that are missing or too many, smart and single quotes, comments, placeholders without
/// quotes, an end that is cut off. Each repair is noted with its place; the values stay as they are.
/// </summary>
internal sealed class JsonMender
{
    private const int MaxDepth = 64;

    private readonly StringBuilder _json = new();
    private readonly MendingReader _reader;
    private int _depth;

    private JsonMender(MendingReader reader) => _reader = reader;

    /// <returns>Strict JSON.</returns>
    /// <exception cref="InvalidDataException">The text is no JSON, and not nearly; the message has the place.</exception>
    public static string Mend(string path, string text, Notes notes)
    {
        var mender = new JsonMender(new MendingReader(path, text, notes));
        mender.Value();
        mender._reader.SkipTrivia();
        if (!mender._reader.AtEnd)
            mender._reader.Note("what stands behind the end of the JSON was left out");
        return mender._json.ToString();
    }

    private void Value()
    {
        _reader.SkipTrivia();
        if (_reader.AtEnd)
            throw _reader.Fail("the text ends where a value should be");
        switch (_reader.Current)
        {
            case '{' when !_reader.IsPlaceholder:
                Nested('{', '}', Member);
                break;
            case '[':
                Nested('[', ']', Value);
                break;
            default:
                _json.Append(_reader.TakeScalar());
                break;
        }
    }

    private void Nested(char open, char close, Action item)
    {
        if (++_depth > MaxDepth)
            throw _reader.Fail($"the nesting is deeper than {MaxDepth} levels");
        _reader.Advance(1);
        _json.Append(open);
        var isFirst = true;
        while (ToItem(close, isFirst))
        {
            if (!isFirst)
                _json.Append(',');
            item();
            isFirst = false;
        }
        _json.Append(close);
        _depth--;
    }

    /// <returns>Whether there is another item; if not, the closing bracket is passed.</returns>
    private bool ToItem(char close, bool isFirst)
    {
        _reader.SkipTrivia();
        var at = _reader.Offset;
        var commas = _reader.SkipCommas();
        if (_reader.AtEnd)
        {
            _reader.Note($"the end is cut off; '{close}' was put in");
            return false;
        }
        if (_reader.Current == close)
        {
            if (commas > 0)
                _reader.Note("a comma too many was left out", at);
            _reader.Advance(1);
            return false;
        }
        if (_reader.Current is '}' or ']')
        {
            _reader.Note($"'{_reader.Current}' stands where '{close}' should; it was put in");
            return false;
        }
        if (!isFirst && commas == 0)
            _reader.Note("a comma is missing; it was put in");
        if (commas > (isFirst ? 0 : 1))
            _reader.Note("a comma too many was left out", at);
        return true;
    }

    private void Member()
    {
        _json.Append(_reader.TakeName());
        _reader.SkipTrivia();
        if (_reader.Current == ':')
            _reader.Advance(1);
        else
            _reader.Note("a colon is missing; it was put in");
        _json.Append(':');
        _reader.SkipTrivia();
        if (_reader.AtEnd || _reader.Current is ',' or '}' or ']')
        {
            _reader.Note("a value is missing; null was put in");
            _json.Append("null");
        }
        else
        {
            Value();
        }
    }
}
