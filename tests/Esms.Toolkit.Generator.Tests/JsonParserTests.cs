using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Tests;

public sealed class JsonParserTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("null", "null")]
    [InlineData("[true, false]", "[true,false]")]
    [InlineData("-0.0e-12", "-0.0e-12")]
    [InlineData("[0, 10, 1E5, 850.0000]", "[0,10,1E5,850.0000]")]
    [InlineData("""{"a": {"b": [1, {"c": ""}]}, "a": 2}""", """{"a":{"b":[1,{"c":""}]},"a":2}""")]
    [InlineData(""" "\"\\\/\b\f\n\r\t\u0110\uD83D\uDE00\uD800" """, """ "\"\\/\u0008\u000c\u000a\u000d\u0009Đ\ud83d\ude00\ud800" """)]
    [InlineData("// comment\n{ /* one */ \"a\": /**/ 1, // two\r\n }", """{"a":1}""")]
    [InlineData("[1, 2, ]", "[1,2]")]
    public void Json_is_read_and_written_back_strictly(string text, string expected) =>
        Assert.Equal(expected.Trim(), JsonRenderer.Render(JsonParser.Parse(text, TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("", 0, 0, "Unexpected end of file; expected a value.")]
    [InlineData("{", 1, 0, "Unexpected end of file; expected a name in double quotes.")]
    [InlineData("""{"a" 1}""", 5, 1, "Unexpected '1'; expected ':'.")]
    [InlineData("""{"a": 1 "b": 2}""", 8, 1, "Unexpected '\"'; expected ',' or '}'.")]
    [InlineData("""{"a": ,}""", 6, 1, "Unexpected ','; expected a value.")]
    [InlineData("""{,}""", 1, 1, "Unexpected ','; expected a name in double quotes.")]
    [InlineData("""{a: 1}""", 1, 1, "Unexpected 'a'; expected a name in double quotes.")]
    [InlineData("[1 2]", 3, 1, "Unexpected '2'; expected ',' or ']'.")]
    [InlineData("[,]", 1, 1, "Unexpected ','; expected a value.")]
    [InlineData("[1,,2]", 3, 1, "Unexpected ','; expected a value.")]
    [InlineData("[1", 2, 0, "Unexpected end of file; expected ',' or ']'.")]
    [InlineData("nul", 0, 3, "Unexpected 'nul'; expected a value.")]
    [InlineData("True", 0, 4, "Unexpected 'True'; expected a value.")]
    [InlineData("{} {}", 3, 1, "Unexpected '{'; expected the end of the file.")]
    [InlineData("01", 1, 1, "Unexpected '1'; expected the end of the number.")]
    [InlineData("1.", 2, 0, "Unexpected end of file; expected a digit.")]
    [InlineData("1e+", 3, 0, "Unexpected end of file; expected a digit.")]
    [InlineData("-", 1, 0, "Unexpected end of file; expected a digit.")]
    [InlineData("+1", 0, 1, "Unexpected '+'; expected a value.")]
    [InlineData("0x1F", 1, 3, "Unexpected 'x1F'; expected the end of the number.")]
    [InlineData("\"abc", 0, 4, "Unterminated string.")]
    [InlineData("\"a\nb\"", 0, 2, "Unterminated string.")]
    [InlineData("\"a\tb\"", 2, 1, "The string has the control character U+0009; write it as an escape.")]
    [InlineData("\"\\x\"", 1, 2, "Unknown escape.")]
    [InlineData("\"\\u12G4\"", 1, 6, "The escape \\u needs four hexadecimal digits.")]
    [InlineData("\"\\u12", 1, 4, "The escape \\u needs four hexadecimal digits.")]
    [InlineData("\"\\", 1, 1, "Unknown escape.")]
    [InlineData("/* open", 0, 2, "Unterminated comment.")]
    [InlineData("/", 0, 1, "Unexpected '/'; expected a value.")]
    [InlineData("[😀]", 1, 2, "Unexpected '😀'; expected a value.")]
    [InlineData("\u00A0{}", 0, 1, "Unexpected '\u00A0'; expected a value.")]
    [InlineData("'a'", 0, 1, "Unexpected '''; expected a value.")]
    public void What_is_no_json_is_told_with_its_place(string text, int start, int length, string message)
    {
        var exception = Assert.Throws<JsonSyntaxException>(() => JsonParser.Parse(text, TestContext.Current.CancellationToken));

        Assert.Equal((message, new TextRange(start, length)), (exception.Message, exception.Range));
    }

    [Theory]
    [InlineData(JsonParser.MaxDepth, true)]
    [InlineData(JsonParser.MaxDepth + 1, false)]
    [InlineData(100_000, false)]
    public void Nesting_has_a_limit(int depth, bool isAllowed)
    {
        var text = new string('[', depth) + new string(']', depth);

        var exception = Record.Exception(() => JsonParser.Parse(text, TestContext.Current.CancellationToken));

        Assert.Equal(isAllowed, exception is null);
        Assert.True(isAllowed || exception is JsonSyntaxException);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Lines_are_counted_as_editors_count_them(string ending)
    {
        var map = new LineMap($"ab{ending}😀c{ending}");

        Assert.Equal(new LinePosition(0, 1), map.At(1));
        Assert.Equal(new LinePosition(1, 0), map.At(2 + ending.Length));
        Assert.Equal(new LinePosition(1, 2), map.At(4 + ending.Length));
        Assert.Equal(new LinePosition(2, 0), map.At(5 + (2 * ending.Length)));
    }
}
