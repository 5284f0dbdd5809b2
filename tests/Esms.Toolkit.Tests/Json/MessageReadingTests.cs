using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

/// <summary>What the service says again and again is kept as one text; what may be private is not.</summary>
public sealed class MessageReadingTests
{
    /// <summary>Another test may take a sentence's place at any time, and hardly a hundred times.</summary>
    private const int Tries = 100;

    [Theory]
    [InlineData("Authorize Failed")]
    [InlineData("x")]
    [InlineData("A sentence of just sixty-four letters, which is the longest one.")]
    public void A_sentence_that_comes_again_is_the_same_text(string sentence)
    {
        Assert.Equal(sentence, Read(sentence));
        Assert.Contains(Enumerable.Range(0, Tries), _ => ReferenceEquals(Read(sentence), Read(sentence)));
    }

    [Theory]
    [InlineData("0901888484 is wrong")]
    [InlineData("Your code is 4711")]
    [InlineData("0")]
    [InlineData("Lỗi xác thực")]
    [InlineData("Ủy quyền thất bại!")]
    [InlineData("A sentence of just sixty-five letters, which is one longer still.")]
    public void What_may_be_private_or_is_long_is_right_and_not_kept(string sentence)
    {
        Assert.Equal(sentence, Read(sentence));
        Assert.NotSame(Read(sentence), Read(sentence));
    }

    [Fact]
    public void The_sentences_are_of_the_lengths_that_they_tell()
    {
        Assert.Equal(64, "A sentence of just sixty-four letters, which is the longest one.".Length);
        Assert.Equal(65, "A sentence of just sixty-five letters, which is one longer still.".Length);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("""  "Line one\nline two"  """, "Line one\nline two")]
    [InlineData("""  "say \"no\""  """, "say \"no\"")]
    [InlineData("\"Authorize Failed\"", "Authorize Failed")]
    public void A_sentence_loses_its_escapes(string json, string expected) =>
        Assert.Equal(expected, Reading.Read(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadMessage(ref reader)));

    [Fact]
    public void Sentences_of_a_list_are_read_one_by_one() =>
        Assert.Equal(
            ("One", "Two", "end"),
            Reading.Read(
                """["One","Two","end"]""",
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    return (EsmsJson.ReadMessage(ref reader), EsmsJson.ReadMessage(ref reader), EsmsJson.ReadString(ref reader));
                }
            )
        );

    /// <summary>They share the place of a sentence when they are as long, and begin and end alike.</summary>
    [Fact]
    public void Sentences_that_look_alike_are_told_apart()
    {
        foreach (var sentence in new[] { "Send failed", "Sent fooled", "Send failed" })
            Assert.Equal(sentence, Read(sentence));
    }

    private static string? Read(string sentence) =>
        Reading.ReadWhole($"\"{sentence}\"", static (ref Utf8JsonReader reader) => EsmsJson.ReadMessage(ref reader));
}
