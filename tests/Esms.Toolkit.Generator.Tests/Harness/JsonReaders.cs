using System.Text;
using System.Text.Json;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>Our reader of JSON beside another one, System.Text.Json with comments and commas at the end allowed.</summary>
internal static class JsonReaders
{
    public static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = JsonParser.MaxDepth,
    };

    public static JsonNode Parse(string text) => JsonParser.Parse(text, TestContext.Current.CancellationToken);

    /// <summary>Whether our reader takes a text. The place of a complaint must be in the text, or at its end.</summary>
    public static bool IsAccepted(string text)
    {
        try
        {
            Parse(text);
            return true;
        }
        catch (JsonSyntaxException exception)
        {
            Assert.InRange(exception.Range.Start, 0, text.Length);
            Assert.InRange(exception.Range.End, exception.Range.Start, text.Length);
            return false;
        }
    }

    public static bool IsAcceptedByOther(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException { InnerException: EncoderFallbackException })
        {
            return false;
        }
    }

    /// <summary>A text of the same meaning and length without what only our reader takes: see <see cref="JsonCases.ReadByOursAlone"/>.</summary>
    public static string ForOther(string text)
    {
        var other = new StringBuilder(Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)))
            .Replace('\u2028', '\u00A0')
            .Replace('\u2029', '\u00A0');
        foreach (var member in IsAccepted(text) ? Members(Parse(text)) : [])
        {
            var (start, end) = (QuotedRange(member).End, member.Value.Range.Start);
            if (text[start..end].Contains('/', StringComparison.Ordinal))
                other.Remove(start, end - start).Insert(start, ":".PadRight(end - start));
        }
        return other.ToString();
    }

    /// <summary>
    /// Demands that both readers see the same in a text, that it is written back as the same, and that each value stands where its place says.
    /// </summary>
    public static void AssertSame(string text)
    {
        AssertStandsInPlace(Parse(text), text);
        using var expected = JsonDocument.Parse(ForOther(text), Options);
        var actual = Parse(ForOther(text));
        if (Texts(actual).Any(static text => !IsWellFormed(text)))
            return; // As an escape, which the other reader takes; it throws when it is asked for the text.
        AssertSame(expected.RootElement, actual);
        using var written = JsonDocument.Parse(JsonRenderer.Render(actual), new JsonDocumentOptions { MaxDepth = JsonParser.MaxDepth });
        AssertSame(written.RootElement, actual); // To the digit, which JsonElement.DeepEquals would not look at.
    }

    private static void AssertSame(JsonElement expected, JsonNode actual)
    {
        switch (actual)
        {
            case JsonObject item:
                Assert.Equal(expected.EnumerateObject().Select(static member => member.Name), item.Members.Select(static member => member.Name));
                foreach (var (one, other) in expected.EnumerateObject().Zip(item.Members))
                    AssertSame(one.Value, other.Value);
                break;
            case JsonArray list:
                Assert.Equal(expected.GetArrayLength(), list.Items.Count);
                foreach (var (one, other) in expected.EnumerateArray().Zip(list.Items))
                    AssertSame(one, other);
                break;
            case JsonText text:
                Assert.Equal(expected.GetString(), text.Value);
                break;
            default:
                Assert.Equal(expected.GetRawText(), JsonRenderer.Render(actual));
                break;
        }
    }

    /// <summary>What stands at the place of a node is the node.</summary>
    private static void AssertStandsInPlace(JsonNode node, string text)
    {
        var part = text.Substring(node.Range.Start, node.Range.Length);
        Assert.Equal(part.Trim(), part);
        Assert.Equal(JsonRenderer.Render(node), JsonRenderer.Render(Parse(part)));
        foreach (var member in (node as JsonObject)?.Members ?? [])
            Assert.Equal(member.Name, Assert.IsType<JsonText>(Parse(text.Substring(QuotedRange(member).Start, QuotedRange(member).Length))).Value);
        foreach (var child in Children(node))
            AssertStandsInPlace(child, text);
    }

    /// <summary>The place of a name with its quotes. (The place of a name is between them, but that of an empty one is the quotes.)</summary>
    private static TextRange QuotedRange(JsonMember member) =>
        member.Name.Length == 0 ? member.NameRange : new TextRange(member.NameRange.Start - 1, member.NameRange.Length + 2);

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static IEnumerable<JsonNode> Children(JsonNode node) =>
        (node as JsonObject)?.Members.Select(static member => member.Value) ?? (node as JsonArray)?.Items ?? Enumerable.Empty<JsonNode>();

    private static IEnumerable<JsonMember> Members(JsonNode node) => Children(node).SelectMany(Members).Concat((node as JsonObject)?.Members ?? []);

    private static IEnumerable<string> Texts(JsonNode node) =>
        Children(node)
            .SelectMany(Texts)
            .Concat((node as JsonObject)?.Members.Select(static member => member.Name) ?? [(node as JsonText)?.Value ?? string.Empty]);
}
