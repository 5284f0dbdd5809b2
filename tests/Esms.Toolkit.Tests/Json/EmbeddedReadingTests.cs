using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

/// <summary>JSON inside a text.</summary>
public sealed class EmbeddedReadingTests
{
    [Theory]
    [InlineData("""{"a":"x"}""", "x", null)]
    [InlineData("""{"a":"x"} Object reference not set""", "x", "Object reference not set")]
    [InlineData("""{"a":"x"}{"a":"y"}""", "x", """{"a":"y"}""")]
    [InlineData("""  {"a":"x"}""", "x", null)]
    [InlineData("""{"a":"100%25"}""", "100%25", null)]
    [InlineData("%7B%22a%22%3A%22x%22%7D", "x", null)]
    [InlineData("%7B%22a%22%3A%22100%2525%22%7D%20late", "100%25", "late")]
    [InlineData(
        """
            "{\"a\":\"x\"}"
            """,
        "x",
        null
    )]
    [InlineData("%22%7B%5C%22a%5C%22%3A%5C%22x%5C%22%7D%22", "x", null)]
    [InlineData("""{"b":1}""", null, null)]
    [InlineData("""{"a":1}""", null, null)]
    public void It_is_read_in_each_form(string text, string? value, string? rest)
    {
        var embedded = Read(text)!;

        Assert.Equal((text, value ?? "nothing", rest), (embedded.Text, embedded.Value, embedded.Rest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("%")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("[1] behind")]
    [InlineData("""{"a":"x" """)]
    [InlineData("""{"a":x}""")]
    [InlineData("\"")]
    [InlineData("\"{\\\"a\\\":\\\"x\\\"}")]
    [InlineData("\"a\" {\"a\":\"x\"}")]
    [InlineData(
        """
            "\ud800"
            """
    )]
    public void What_cannot_be_read_stays_text(string text)
    {
        var embedded = Read(text)!;

        Assert.Equal((text, null, null), (embedded.Text, embedded.Value, embedded.Rest));
    }

    [Fact]
    public void Nothing_is_nothing() =>
        Assert.Null(Reading.ReadWhole("null", static (ref Utf8JsonReader reader) => EsmsJson.ReadEmbedded(ref reader, ReadInner)));

    [Theory]
    [InlineData("5", "a number")]
    [InlineData("{\"a\":\"x\"}", "an object")]
    public void What_is_no_text_is_an_error(string json, string found) =>
        Reading.AssertRefused(json, "a text", found, static (ref Utf8JsonReader reader) => EsmsJson.ReadEmbedded(ref reader, ReadInner));

    private static EsmsEmbedded<string>? Read(string text) =>
        Reading.ReadWhole(JsonSerializer.Serialize(text), static (ref Utf8JsonReader reader) => EsmsJson.ReadEmbedded(ref reader, ReadInner));

    /// <summary>Does not care whether it stands on an object: that is known before it is called.</summary>
    private static string ReadInner(ref Utf8JsonReader reader)
    {
        string? value = null;
        while (EsmsJson.ReadMember(ref reader))
        {
            if (EsmsJson.NameOf(ref reader).SequenceEqual("a"u8))
                value = EsmsJson.ReadString(ref reader);
            else
                EsmsJson.SkipValue(ref reader);
        }
        return value ?? "nothing";
    }
}
