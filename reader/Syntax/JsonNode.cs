namespace Esms.Toolkit.Reader.Syntax;

/// <summary>A JSON value of a contract, and where it stands.</summary>
internal abstract class JsonNode(TextRange range)
{
    /// <summary>The whole value, its quotes or brackets included.</summary>
    public TextRange Range { get; } = range;

    /// <summary>What a problem about this value should underline: the word itself, without its quotes.</summary>
    public virtual TextRange Word => Range;

    /// <summary>The kind of value, in the words of a message to the author of the contract.</summary>
    public abstract string Kind { get; }
}

internal sealed class JsonObject(TextRange range, IReadOnlyList<JsonMember> members) : JsonNode(range)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>An object may be long, so a problem about it underlines only its brace.</summary>
    public override TextRange Word => new(Range.Start, 1);

    public override string Kind => "an object";
}

internal sealed class JsonMember(string name, TextRange nameRange, JsonNode value)
{
    public string Name { get; } = name;

    /// <summary>The name without its quotes.</summary>
    public TextRange NameRange { get; } = nameRange;

    public JsonNode Value { get; } = value;
}

internal sealed class JsonArray(TextRange range, IReadOnlyList<JsonNode> items) : JsonNode(range)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;

    public override TextRange Word => new(Range.Start, 1);

    public override string Kind => "an array";
}

internal sealed class JsonText(TextRange range, string value) : JsonNode(range)
{
    public string Value { get; } = value;

    public override TextRange Word => Range.Length > 2 ? new(Range.Start + 1, Range.Length - 2) : Range;

    public override string Kind => "a string";
}

/// <summary>A number as it is written: 850.0000 keeps its zeros.</summary>
internal sealed class JsonNumber(TextRange range, string text) : JsonNode(range)
{
    public string Text { get; } = text;

    public override string Kind => "a number";
}

internal sealed class JsonBoolean(TextRange range, bool value) : JsonNode(range)
{
    public bool Value { get; } = value;

    public override string Kind => Value ? "true" : "false";
}

internal sealed class JsonNull(TextRange range) : JsonNode(range)
{
    public override string Kind => "null";
}
