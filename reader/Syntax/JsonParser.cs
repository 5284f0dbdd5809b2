namespace Esms.Toolkit.Reader.Syntax;

/// <summary>
/// Reads RFC 8259 JSON, and by choice comments and trailing commas, into nodes that know their place.
/// </summary>
/// <remarks>
/// Written by hand for two reasons. A problem must underline the word that is wrong, and no reader within reach of a netstandard2.0
/// analyzer keeps the place of every name and value. And an analyzer that ships System.Text.Json beside itself still breaks compiler
/// hosts that bring another version of it (dotnet/roslyn#41785, #80811).
/// </remarks>
internal sealed class JsonParser
{
    /// <summary>Deeper than any contract, and shallow enough for the smallest stack of a compiler host.</summary>
    public const int MaxDepth = 64;

    private readonly JsonScanner _scanner;
    private readonly CancellationToken _cancellation;
    private int _depth;

    private JsonParser(string text, CancellationToken cancellation)
    {
        _scanner = new JsonScanner(text);
        _cancellation = cancellation;
    }

    /// <exception cref="JsonSyntaxException">The text is not JSON.</exception>
    public static JsonNode Parse(string text, CancellationToken cancellation = default)
    {
        var parser = new JsonParser(text, cancellation);
        var node = parser.ParseValue();
        parser._scanner.SkipTrivia();
        if (!parser._scanner.AtEnd)
            throw parser._scanner.Unexpected("the end of the file");
        return node;
    }

    private JsonNode ParseValue()
    {
        _scanner.SkipTrivia();
        return _scanner.Current switch
        {
            '{' => ParseNested(static parser => parser.ParseObject()),
            '[' => ParseNested(static parser => parser.ParseArray()),
            '"' => _scanner.ScanText(),
            '-' or (>= '0' and <= '9') => _scanner.ScanNumber(),
            _ => _scanner.ScanLiteral(),
        };
    }

    private JsonNode ParseNested(Func<JsonParser, JsonNode> parse)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_depth > MaxDepth)
            throw new JsonSyntaxException($"The nesting is deeper than {MaxDepth} levels.", new TextRange(_scanner.Offset, 1));
        var node = parse(this);
        _depth--;
        return node;
    }

    private JsonObject ParseObject()
    {
        var start = _scanner.Offset;
        var members = new List<JsonMember>();
        _scanner.Expect('{');
        _scanner.SkipTrivia();
        while (_scanner.Current != '}')
        {
            members.Add(ParseMember());
            if (!SkipComma())
                break;
        }
        _scanner.Expect('}', "',' or '}'");
        return new JsonObject(new TextRange(start, _scanner.Offset - start), members);
    }

    private JsonMember ParseMember()
    {
        if (_scanner.Current != '"')
            throw _scanner.Unexpected("a name in double quotes");
        var name = _scanner.ScanText();
        _scanner.SkipTrivia();
        _scanner.Expect(':');
        return new JsonMember(name.Value, name.Word, ParseValue());
    }

    private JsonArray ParseArray()
    {
        var start = _scanner.Offset;
        var items = new List<JsonNode>();
        _scanner.Expect('[');
        _scanner.SkipTrivia();
        while (_scanner.Current != ']')
        {
            items.Add(ParseValue());
            if (!SkipComma())
                break;
        }
        _scanner.Expect(']', "',' or ']'");
        return new JsonArray(new TextRange(start, _scanner.Offset - start), items);
    }

    private bool SkipComma()
    {
        _scanner.SkipTrivia();
        if (_scanner.Current != ',')
            return false;
        _scanner.Expect(',');
        _scanner.SkipTrivia();
        return true;
    }
}
