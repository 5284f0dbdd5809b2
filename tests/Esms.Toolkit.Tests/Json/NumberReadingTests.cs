using System.Globalization;
using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

public sealed class NumberReadingTests
{
    [Theory]
    [InlineData("7", EsmsAccept.None, 7)]
    [InlineData("-2147483648", EsmsAccept.None, int.MinValue)]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.NullText, null)]
    [InlineData("7", EsmsAccept.NullText, 7)]
    [InlineData("\"7\"", EsmsAccept.Text, 7)]
    [InlineData("\"007\"", EsmsAccept.Text, 7)]
    [InlineData("\"-7\"", EsmsAccept.Text, -7)]
    [InlineData("\"+7\"", EsmsAccept.Text, 7)]
    [InlineData("\"999999999\"", EsmsAccept.Text, 999_999_999)]
    [InlineData("\"2147483647\"", EsmsAccept.Text, int.MaxValue)]
    [InlineData("""  "\u0031\u0032"  """, EsmsAccept.Text, 12)]
    [InlineData("""  "\u002d12"  """, EsmsAccept.Text, -12)]
    public void A_whole_number_of_32_bits_is_read(string json, EsmsAccept accept, int? expected) =>
        Assert.Equal(expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadInt32(ref reader, accept)));

    [Theory]
    [InlineData("\"7\"", EsmsAccept.None, "a text")]
    [InlineData("\"7\"", EsmsAccept.Number | EsmsAccept.Boolean | EsmsAccept.NullText, "a text")]
    [InlineData("\"null\"", EsmsAccept.Text, "a text")]
    [InlineData("\"\"", EsmsAccept.Text, "a text")]
    [InlineData("\" 7\"", EsmsAccept.Text, "a text")]
    [InlineData("\"7/\"", EsmsAccept.Text, "a text")]
    [InlineData("\"7:\"", EsmsAccept.Text, "a text")]
    [InlineData("\"7.0\"", EsmsAccept.Text, "a text")]
    [InlineData("\"٧\"", EsmsAccept.Text, "a text")]
    [InlineData("\"2147483648\"", EsmsAccept.Text, "a text")]
    [InlineData("\"9999999999\"", EsmsAccept.Text, "a text")]
    [InlineData("2147483648", EsmsAccept.Text, "a number")]
    [InlineData("1.5", EsmsAccept.Text, "a number")]
    [InlineData("true", EsmsAccept.NullText, "true or false")]
    [InlineData("false", EsmsAccept.Text, "true or false")]
    [InlineData("{}", EsmsAccept.NullText, "an object")]
    [InlineData("[7]", EsmsAccept.NullText, "a list")]
    public void What_is_no_whole_number_of_32_bits_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "a whole number of 32 bits", found, (ref Utf8JsonReader reader) => EsmsJson.ReadInt32(ref reader, accept));

    [Theory]
    [InlineData("7", EsmsAccept.None, 7L)]
    [InlineData("9223372036854775807", EsmsAccept.None, long.MaxValue)]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.NullText, null)]
    [InlineData("\"-9223372036854775808\"", EsmsAccept.Text, long.MinValue)]
    [InlineData("""  "\u0031\u0032"  """, EsmsAccept.Text, 12L)]
    public void A_whole_number_of_64_bits_is_read(string json, EsmsAccept accept, long? expected) =>
        Assert.Equal(expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadInt64(ref reader, accept)));

    [Theory]
    [InlineData("\"7\"", EsmsAccept.None, "a text")]
    [InlineData("\"9223372036854775808\"", EsmsAccept.Text, "a text")]
    [InlineData("9223372036854775808", EsmsAccept.Text, "a number")]
    [InlineData("[]", EsmsAccept.Text, "a list")]
    public void What_is_no_whole_number_of_64_bits_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "a whole number of 64 bits", found, (ref Utf8JsonReader reader) => EsmsJson.ReadInt64(ref reader, accept));

    [Theory]
    [InlineData("850.0000", EsmsAccept.None, "850.0000")]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.NullText, null)]
    [InlineData("\"850.0000\"", EsmsAccept.Text, "850.0000")]
    [InlineData("\"-8.5e2\"", EsmsAccept.Text, "-850")]
    [InlineData("""  "\u0038\u002e50"  """, EsmsAccept.Text, "8.50")]
    public void A_decimal_number_is_read_with_its_zeros(string json, EsmsAccept accept, string? expected) =>
        Assert.Equal(
            expected,
            Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadDecimal(ref reader, accept))?.ToString(CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("\"8.5\"", EsmsAccept.None, "a text")]
    [InlineData("\"8,5\"", EsmsAccept.Text, "a text")]
    [InlineData("1e99", EsmsAccept.Text, "a number")]
    [InlineData("{}", EsmsAccept.Text, "an object")]
    public void What_is_no_decimal_number_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "a decimal number", found, (ref Utf8JsonReader reader) => EsmsJson.ReadDecimal(ref reader, accept));

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(500)]
    public void A_number_in_quotes_may_have_zeros_in_front(int length)
    {
        var json = $"\"{"42".PadLeft(length, '0')}\"";

        Assert.Equal(42, Reading.Read(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadInt32(ref reader, EsmsAccept.Text)));
        Assert.Equal(42, Reading.Read(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadInt64(ref reader, EsmsAccept.Text)));
        Assert.Equal(42, Reading.Read(json, static (ref Utf8JsonReader reader) => EsmsJson.ReadDecimal(ref reader, EsmsAccept.Text)));
    }

    [Theory]
    [InlineData("100", EsmsAccept.Number, 100)]
    [InlineData("\"100\"", EsmsAccept.Text, 100)]
    [InlineData("\"-5\"", EsmsAccept.Text | EsmsAccept.Number, -5)]
    [InlineData("""  "\u0031\u0030\u0030"  """, EsmsAccept.Text, 100)]
    [InlineData("null", EsmsAccept.Text, null)]
    [InlineData("100", EsmsAccept.Text, 100)]
    [InlineData("\"100\"", EsmsAccept.Number, 100)]
    [InlineData("1.0e2", EsmsAccept.Text, 100)]
    [InlineData("-2147483647.0", EsmsAccept.Text, -int.MaxValue)]
    [InlineData("\" 2147483647 \"", EsmsAccept.Text, int.MaxValue)]
    public void A_result_code_is_read(string json, EsmsAccept accept, int? expected) =>
        Assert.Equal((EsmsResultCode?)expected, Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadResultCode(ref reader, accept)));

    [Theory]
    [InlineData("\"\"", EsmsAccept.Text, "a text")]
    [InlineData("\"1 0\"", EsmsAccept.Text, "a text")]
    [InlineData("\"2147483648\"", EsmsAccept.Text, "a text")]
    [InlineData("-2147483649.0", EsmsAccept.Text, "a number")]
    [InlineData("1.5", EsmsAccept.Number, "a number")]
    [InlineData("true", EsmsAccept.Number, "true or false")]
    public void What_is_no_result_code_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "a result code", found, (ref Utf8JsonReader reader) => EsmsJson.ReadResultCode(ref reader, accept));
}
