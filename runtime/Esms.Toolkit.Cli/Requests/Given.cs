using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>A value that the user gave, and where: problems name both.</summary>
/// <param name="Option">The option, such as --sms-id.</param>
/// <param name="Node">The value.</param>
/// <param name="Path">Where it stands inside of what the option gave; empty for the whole.</param>
/// <param name="Lines">The lines of the text that the option gave; null when it is no JSON.</param>
internal sealed record Given(string Option, JsonNode Node, string Path = "", LineMap? Lines = null)
{
    /// <summary>Where it stands, in the words of a message.</summary>
    public string Place
    {
        get
        {
            if (Lines is null || Path.Length == 0)
                return Option;
            var at = Lines.At(Node.Range.Start);
            return $"{Option}, line {at.Line + 1}, column {at.Column + 1} ({Path})";
        }
    }

    public Given Member(JsonMember member) => this with { Node = member.Value, Path = Path.Length == 0 ? member.Name : $"{Path}.{member.Name}" };

    public Given Item(JsonNode node, int index) => this with { Node = node, Path = $"{Path}[{index}]" };

    /// <exception cref="UsageException">The text is no JSON.</exception>
    public static Given Json(string option, string text)
    {
        var lines = new LineMap(text);
        try
        {
            return new Given(option, JsonParser.Parse(text), string.Empty, lines);
        }
        catch (JsonSyntaxException exception)
        {
            var at = lines.At(exception.Range.Start);
            throw new UsageException($"{option}, line {at.Line + 1}, column {at.Column + 1}: this is no JSON. {exception.Message}");
        }
    }

    public static Given Text(string option, string text) => new(option, new JsonText(default, text));
}
