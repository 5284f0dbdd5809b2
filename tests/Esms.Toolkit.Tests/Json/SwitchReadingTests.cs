using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

/// <summary>True and false, and 0 and 1, each of which may stand for the other.</summary>
public sealed class SwitchReadingTests
{
    [Theory]
    [InlineData("true", EsmsAccept.None, true)]
    [InlineData("false", EsmsAccept.None, false)]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.NullText | EsmsAccept.Text, null)]
    [InlineData("1", EsmsAccept.Number, true)]
    [InlineData("0", EsmsAccept.Number, false)]
    [InlineData("\"1\"", EsmsAccept.Text, true)]
    [InlineData("\"0\"", EsmsAccept.Text, false)]
    [InlineData("\"true\"", EsmsAccept.Text, true)]
    [InlineData("\"False\"", EsmsAccept.Text, false)]
    [InlineData("""  "\u0031"  """, EsmsAccept.Text, true)]
    [InlineData("""  "\u0030"  """, EsmsAccept.Text, false)]
    [InlineData("""  "\u0074rue"  """, EsmsAccept.Text, true)]
    public void True_or_false_is_read(string json, EsmsAccept accept, bool? expected) =>
        Assert.Equal(expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadBoolean(ref reader, accept)));

    [Theory]
    [InlineData("1", EsmsAccept.Text, "a number")]
    [InlineData("2", EsmsAccept.Number, "a number")]
    [InlineData("10", EsmsAccept.Number, "a number")]
    [InlineData("1.0", EsmsAccept.Number, "a number")]
    [InlineData("\"1\"", EsmsAccept.Number, "a text")]
    [InlineData("\"yes\"", EsmsAccept.Text, "a text")]
    [InlineData("\"\"", EsmsAccept.Text, "a text")]
    [InlineData("\"null\"", EsmsAccept.Text, "a text")]
    [InlineData("[]", EsmsAccept.Text | EsmsAccept.NullText, "a list")]
    public void What_is_neither_true_nor_false_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "true or false", found, (ref Utf8JsonReader reader) => EsmsJson.ReadBoolean(ref reader, accept));

    [Theory]
    [InlineData("1", EsmsAccept.None, true)]
    [InlineData("0", EsmsAccept.None, false)]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.NullText | EsmsAccept.Text, null)]
    [InlineData("true", EsmsAccept.Boolean, true)]
    [InlineData("false", EsmsAccept.Boolean, false)]
    [InlineData("\"1\"", EsmsAccept.Text, true)]
    [InlineData("\"0\"", EsmsAccept.Text, false)]
    [InlineData("\"true\"", EsmsAccept.Text, true)]
    [InlineData("\"false\"", EsmsAccept.Text, false)]
    [InlineData("""  "\u0031"  """, EsmsAccept.Text, true)]
    [InlineData("""  "\u0030"  """, EsmsAccept.Text, false)]
    public void A_flag_is_read(string json, EsmsAccept accept, bool? expected) =>
        Assert.Equal(expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadFlag(ref reader, accept)));

    [Theory]
    [InlineData("2", EsmsAccept.None, "a number")]
    [InlineData("true", EsmsAccept.Text, "true or false")]
    [InlineData("false", EsmsAccept.Number, "true or false")]
    [InlineData("\"1\"", EsmsAccept.Boolean, "a text")]
    [InlineData("\"2\"", EsmsAccept.Text, "a text")]
    [InlineData("{}", EsmsAccept.Text | EsmsAccept.NullText, "an object")]
    public void What_is_no_flag_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "0 or 1", found, (ref Utf8JsonReader reader) => EsmsJson.ReadFlag(ref reader, accept));

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(true, "true", "1", 1L)]
    [InlineData(false, "false", "0", 0L)]
    public void A_switch_has_a_word_a_digit_and_a_number(bool? value, string? word, string? digit, long? number) =>
        Assert.Equal((word, digit, number), (EsmsText.Of(value), EsmsText.OfFlag(value), EsmsText.NumberOf(value)));
}
