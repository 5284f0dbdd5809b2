using Esms.Cli.Import;
using Esms.Cli.Import.Json;

namespace Esms.Cli.Tests.Import;

public sealed class MenderTests
{
    [Theory]
    [InlineData("""{"a":1,}""", """{"a":1}""", "a.json(1,7): a comma too many was left out")]
    [InlineData("""{"a":[1,2,],"b":2}""", """{"a":[1,2],"b":2}""", "a.json(1,10): a comma too many was left out")]
    [InlineData("{\"a\":1\n\"b\":2}", """{"a":1,"b":2}""", "a.json(2,1): a comma is missing; it was put in")]
    [InlineData(
        "{\u201ca\u201d: \u201cx\u201d}",
        """{"a":"x"}""",
        "a.json(1,2): a text stands between \u201c and \u201d; it was put between double quotes"
    )]
    [InlineData("{'a':'it\"s'}", """{"a":"it\"s"}""", "a.json(1,2): a text stands between ' and '; it was put between double quotes")]
    [InlineData("{\"a\":1 // one\n}", """{"a":1}""", "a.json(1,8): a comment was left out")]
    [InlineData("""{"a":/* x */1}""", """{"a":1}""", "a.json(1,6): a comment was left out")]
    [InlineData("""{"a":[{"b":850.0000""", """{"a":[{"b":850.0000}]}""", "a.json(1,20): the end is cut off; '}' was put in")]
    [InlineData("""{"a":"cut""", """{"a":"cut"}""", "a.json(1,6): the end of a text is cut off; a quote was put in")]
    [InlineData("""{"a":{{Count}}}""", """{"a":"{{Count}}"}""", "a.json(1,6): the placeholder {{Count}} has no quotes; it was taken for a value")]
    [InlineData("""{a:1}""", """{"a":1}""", "a.json(1,2): the name a has no quotes; they were put in")]
    [InlineData("""{"a":True}""", """{"a":true}""", "a.json(1,6): True was taken for true")]
    [InlineData("""{"a":0901}""", """{"a":"0901"}""", "a.json(1,6): a text has no quotes; they were put in")]
    [InlineData("""{"a":}""", """{"a":null}""", "a.json(1,6): a value is missing; null was put in")]
    [InlineData("""{"a" 1}""", """{"a":1}""", "a.json(1,6): a colon is missing; it was put in")]
    [InlineData("""{"a":1} trailing""", """{"a":1}""", "a.json(1,9): what stands behind the end of the JSON was left out")]
    // The two breaks that the documentation publishes.
    [InlineData(
        "{\"f\":[{a\n\"User_Id\":\"7\"}]}",
        """{"f":[{"User_Id":"7"}]}""",
        "a.json(1,8): a word too many stands before a name; it was left out"
    )]
    [InlineData(
        "{\"SendStatus:5,\n\"SmsId\":1}",
        """{"SendStatus":5,"SmsId":1}""",
        "a.json(1,2): the name SendStatus lacks its second quote; it was put in"
    )]
    public void A_break_is_mended_and_told_with_its_place(string broken, string mended, string note)
    {
        var notes = new Notes();

        Assert.Equal(mended, JsonMender.Mend("a.json", broken, notes));

        Assert.Contains(note, notes.Mended);
    }

    /// <summary>Whatever comes in, it ends, in JSON or in a message.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("{]")]
    [InlineData("{:::}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"a\":{\"b\":[\"c")]
    [InlineData("/*")]
    [InlineData("{\"a\\")]
    [InlineData("<html><body>Not found</body></html>")]
    public void What_is_hopeless_is_told_with_its_place(string text)
    {
        var notes = new Notes();
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(JsonMender.Mend("a.json", text, notes));
            Assert.NotEmpty(notes.Mended);
        }
        catch (InvalidDataException exception)
        {
            Assert.StartsWith("a.json(1,", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_published_answer_cut_anywhere_is_mended_or_told()
    {
        foreach (
            var text in Export
                .Tools.PublishedAnswers.All.Endpoints.SelectMany(static endpoint => endpoint.Samples)
                .Select(static sample => sample.Response)
        )
        {
            for (var length = 1; length < text.Length; length += 7)
            {
                using var document = System.Text.Json.JsonDocument.Parse(JsonMender.Mend("a.json", text[..length], new Notes()));
                Assert.Equal(System.Text.Json.JsonValueKind.Object, document.RootElement.ValueKind);
            }
        }
    }
}
