using System.Text;
using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

public sealed class TextReadingTests
{
    private const string NotUnicode = "a text was found that is not valid Unicode.";

    [Theory]
    [InlineData("\"\"", EsmsAccept.None, "")]
    [InlineData("\"Đường 1\"", EsmsAccept.None, "Đường 1")]
    [InlineData("""  "\u0110\n\"1\""  """, EsmsAccept.None, "Đ\n\"1\"")]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.None, "null")]
    [InlineData("\"null\"", EsmsAccept.Number, "null")]
    [InlineData("\"null\"", EsmsAccept.NullText, null)]
    [InlineData("\"nulls\"", EsmsAccept.NullText, "nulls")]
    [InlineData("-1.50e3", EsmsAccept.Number, "-1.50e3")]
    public void A_text_is_read(string json, EsmsAccept accept, string? expected)
    {
        Assert.Equal(expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadString(ref reader, accept)));
        Assert.Equal(expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadMessage(ref reader, accept)));
    }

    [Theory]
    [InlineData("1", EsmsAccept.None, "a number")]
    [InlineData("1", EsmsAccept.Text | EsmsAccept.Boolean | EsmsAccept.NullText, "a number")]
    [InlineData("true", EsmsAccept.Number, "true or false")]
    [InlineData("false", EsmsAccept.Number, "true or false")]
    [InlineData("{}", EsmsAccept.Number, "an object")]
    [InlineData("[]", EsmsAccept.NullText, "a list")]
    public void What_is_no_text_is_an_error(string json, EsmsAccept accept, string found)
    {
        var expected = $"Value: a text was expected, and {found} was found that is none.";

        Assert.Equal(expected, Reading.ErrorOf(json, (ref Utf8JsonReader reader) => EsmsJson.ReadString(ref reader, accept)));
        Assert.Equal(expected, Reading.ErrorOf(json, (ref Utf8JsonReader reader) => EsmsJson.ReadMessage(ref reader, accept)));
    }

    [Theory]
    [InlineData(""" "\ud800" """)]
    [InlineData(""" "a\udc00b" """)]
    public void Half_a_character_is_an_error(string json)
    {
        Assert.Equal($"Value: {NotUnicode}", Reading.ErrorOf(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadString(ref reader)));
        Assert.Equal(
            $"Value: {NotUnicode}",
            Reading.ErrorOf(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadInt32(ref reader, EsmsAccept.Text))
        );
        Assert.Equal(
            $"Value: {NotUnicode}",
            Reading.ErrorOf(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, EsmsDateFormat.Dashed))
        );
    }

    [Fact]
    public void Half_a_character_in_a_name_is_an_error_of_the_object()
    {
        Assert.Equal(
            "Value[0]: a key with its value was expected, and another member was found that is none.",
            Reading.ErrorOf("""[{"\ud800":"x"}]""", static (ref Utf8JsonReader reader) => EsmsJson.ReadPairs(ref reader))
        );
        Assert.Equal(
            $"Value: {NotUnicode}",
            Reading.ErrorOf("""{"\ud800":"x"}""", static (ref Utf8JsonReader reader) => EsmsJson.ReadMap(ref reader))
        );
    }

    [Theory]
    [InlineData("""{"Name":1}""", "Name")]
    [InlineData("""{"N\u0061me":1}""", "Name")]
    [InlineData("""{"Tên":1}""", "Tên")]
    [InlineData("""{"":1}""", "")]
    public void A_name_is_read_without_its_escapes(string json, string expected) =>
        Assert.Equal(
            expected,
            Reading.Read(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    EsmsJson.ReadMember(ref reader);
                    return Encoding.UTF8.GetString(EsmsJson.NameOf(ref reader));
                }
            )
        );
}
