using System.Text.Json;
using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Reader.Syntax;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>The reader of JSON, held against RFC 8259 by a list of cases, and against System.Text.Json by chance.</summary>
public sealed class JsonConformanceTests
{
    public static TheoryData<int> ValidCases => [.. Enumerable.Range(0, JsonCases.Valid.Length)];

    public static TheoryData<int> CasesValidByChoice => [.. Enumerable.Range(0, JsonCases.ValidByChoice.Length)];

    public static TheoryData<int> InvalidCases => [.. Enumerable.Range(0, JsonCases.Invalid.Length)];

    public static TheoryData<int> MeantDifferences => [.. Enumerable.Range(0, JsonCases.ReadByOursAlone.Length)];

    [Theory]
    [MemberData(nameof(ValidCases))]
    public void What_is_json_is_read(int index)
    {
        using var strict = JsonDocument.Parse(JsonCases.Valid[index]); // The case itself is right.

        JsonReaders.AssertSame(JsonCases.Valid[index]);
    }

    [Theory]
    [MemberData(nameof(CasesValidByChoice))]
    public void Comments_and_commas_at_the_end_are_read(int index)
    {
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(JsonCases.ValidByChoice[index])); // The case is about them.

        JsonReaders.AssertSame(JsonCases.ValidByChoice[index]);
    }

    [Theory]
    [MemberData(nameof(InvalidCases))]
    public void What_is_no_json_is_told_inside_of_the_text(int index)
    {
        var text = JsonCases.Invalid[index];
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text, JsonReaders.Options)); // The case itself is right.

        Assert.False(JsonReaders.IsAccepted(text), JsonSerializer.Serialize(text));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[{\"a\":", "}]")]
    public void Nesting_ends_where_it_does_in_the_other_reader(string open, string close)
    {
        for (var depth = 1; depth <= JsonParser.MaxDepth + 2; depth++)
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            Assert.Equal((depth, JsonReaders.IsAcceptedByOther(text)), (depth, JsonReaders.IsAccepted(text)));
        }
    }

    /// <summary>Both readers give one verdict on what random edits make of valid documents, and one value.</summary>
    [Fact]
    [FullRun("fuzzes")]
    public void Mutants_are_read_as_system_text_json_reads_them()
    {
        const int Count = 10_000;
        string[] documents = [.. JsonCases.Valid, .. JsonCases.ValidByChoice, TestContract.GetSendStatus.Text, TestContract.Everything.Text];
        var accepted = 0;
        for (var i = 0; i < Count; i++)
        {
            var dice = Dice.For(seed: 8259, i);
            var text = dice.Pick(documents);
            for (var rounds = 1 + dice.Below(3); rounds > 0; rounds--)
                text = TextMutations.Change(text, dice);

            var verdict = JsonReaders.IsAccepted(text);
            Assert.True(
                verdict == JsonReaders.IsAcceptedByOther(JsonReaders.ForOther(text)),
                $"The readers differ on mutant {i}: {JsonSerializer.Serialize(text)}"
            );
            if (!verdict)
                continue;
            accepted++;
            JsonReaders.AssertSame(text);
        }
        Assert.InRange(accepted, Count / 10, Count * 9 / 10);
    }

    [Theory]
    [MemberData(nameof(MeantDifferences))]
    public void Differences_that_are_meant(int index)
    {
        var text = JsonCases.ReadByOursAlone[index];

        Assert.True(JsonReaders.IsAccepted(text));
        Assert.False(JsonReaders.IsAcceptedByOther(text));
        Assert.True(JsonReaders.IsAcceptedByOther(JsonReaders.ForOther(text)));
    }

    /// <summary>Each value stands once in this document, so that a search in the text finds its true place.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Places_are_those_that_a_search_in_the_text_finds(string ending)
    {
        // Three of the endings are white space to JSON, all six stand in comments, and so do tabs and characters beyond the BMP.
        var gap = $"\t/*\U0001F600{ending}\t\U00010348*/{(ending.Trim('\r', '\n').Length == 0 ? ending : " ")}";
        string[] values =
        [
            "1001",
            "-1.002e+3",
            "true",
            "false",
            "null",
            "\"\U0001F600 \\uD83D\\uDE01 \\t\"",
            "\"\"",
            $"[ 1,{gap}2,]",
            "{ \"deep\\u0000\": \"\U0001F602\" }",
        ];
        var text = gap + "{" + string.Concat(values.Select((value, i) => $"{gap}\"name\U0001F603{i}\"{gap}:{gap}{value}{gap},")) + "}" + gap;

        var root = Assert.IsType<JsonObject>(JsonReaders.Parse(text));

        var lines = new LineMap(text);
        Assert.Equal(values.Length, root.Members.Count);
        foreach (var (member, i) in root.Members.Select(static (member, i) => (member, i)))
        {
            AssertIsAt(text, values[i], ending, member.Value.Range, lines);
            AssertIsAt(text, $"name\U0001F603{i}", ending, member.NameRange, lines);
        }
    }

    private static void AssertIsAt(string text, string part, string ending, TextRange range, LineMap lines)
    {
        var start = text.IndexOf(part, StringComparison.Ordinal);
        Assert.Equal(start, text.LastIndexOf(part, StringComparison.Ordinal));
        Assert.Equal(new TextRange(start, part.Length), range);
        var before = text[..start].Split(ending);
        Assert.Equal(new LinePosition(before.Length - 1, before[^1].Length), lines.At(start));
    }
}
