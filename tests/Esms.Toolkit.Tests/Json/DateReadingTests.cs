using System.Globalization;
using System.Text.Json;
using Esms.Runtime;

namespace Esms.Tests.Json;

public sealed class DateReadingTests
{
    [Theory]
    [InlineData(EsmsDateFormat.DashedTime, "2024-01-17 16:34:08", "2024-01-17T16:34:08.0000000+07:00")]
    [InlineData(EsmsDateFormat.SlashedTime, "2024/01/17 16:34:08", "2024-01-17T16:34:08.0000000+07:00")]
    [InlineData(EsmsDateFormat.DayFirstTime, "17/01/2024 16:34:08", "2024-01-17T16:34:08.0000000+07:00")]
    [InlineData(EsmsDateFormat.Dashed, "2024-01-17", "2024-01-17T00:00:00.0000000+07:00")]
    [InlineData(EsmsDateFormat.DayFirst, "17/01/2024", "2024-01-17T00:00:00.0000000+07:00")]
    [InlineData(EsmsDateFormat.Digits, "20240117163408", "2024-01-17T16:34:08.0000000+07:00")]
    [InlineData(EsmsDateFormat.Wcf, "/Date(1705484048995+0700)/", "2024-01-17T16:34:08.9950000+07:00")]
    [InlineData(EsmsDateFormat.Milliseconds, "1705484048995", "2024-01-17T16:34:08.9950000+07:00")]
    [InlineData(EsmsDateFormat.DashedTime, "0001-01-01 07:00:00", "0001-01-01T07:00:00.0000000+07:00")]
    [InlineData(EsmsDateFormat.DashedTime, "9999-12-31 23:59:59", "9999-12-31T23:59:59.0000000+07:00")]
    [InlineData(EsmsDateFormat.Wcf, "/Date(-1+0700)/", "1970-01-01T06:59:59.9990000+07:00")]
    [InlineData(EsmsDateFormat.Milliseconds, "-62135596800000", "0001-01-01T07:00:00.0000000+07:00")]
    [InlineData(EsmsDateFormat.Milliseconds, "253402275599999", "9999-12-31T23:59:59.9990000+07:00")]
    public void A_date_is_read_and_written(EsmsDateFormat format, string text, string expected)
    {
        var date = Reading.Read($"\"{text}\"", (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, format));

        Assert.Equal(expected, Render(date));
        Assert.Equal(text, EsmsText.Of(date, format));
        Assert.Equal(text, EsmsText.Of(date?.ToOffset(TimeSpan.Zero), format));
    }

    [Theory]
    [InlineData("/Date(1705484048995)/", "2024-01-17T16:34:08.9950000+07:00")]
    [InlineData("/Date(1705484048995-0800)/", "2024-01-17T16:34:08.9950000+07:00")]
    [InlineData("/Date(1+0700)/", "1970-01-01T07:00:00.0010000+07:00")]
    [InlineData("/Date(-1)/", "1970-01-01T06:59:59.9990000+07:00")]
    [InlineData("/Date(-1-0800)/", "1970-01-01T06:59:59.9990000+07:00")]
    [InlineData("/Date(-62135596800000)/", "0001-01-01T07:00:00.0000000+07:00")]
    [InlineData("/Date(253402275599999+0000)/", "9999-12-31T23:59:59.9990000+07:00")]
    public void The_milliseconds_alone_tell_the_moment(string text, string expected) =>
        Assert.Equal(
            expected,
            Render(Reading.Read($"\"{text}\"", static (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, EsmsDateFormat.Wcf)))
        );

    [Theory]
    [InlineData("null", EsmsAccept.None, null)]
    [InlineData("\"null\"", EsmsAccept.NullText, null)]
    [InlineData("1705484048995", EsmsAccept.Number, "2024-01-17T16:34:08.9950000+07:00")]
    [InlineData("-62135596800000", EsmsAccept.Number, "0001-01-01T07:00:00.0000000+07:00")]
    [InlineData("253402275599999", EsmsAccept.Number, "9999-12-31T23:59:59.9990000+07:00")]
    [InlineData("""  "\u0031970-01-01 07:00:00"  """, EsmsAccept.None, "1970-01-01T07:00:00.0000000+07:00")]
    public void Other_forms_of_a_date_are_read(string json, EsmsAccept accept, string? expected) =>
        Assert.Equal(
            expected,
            Render(Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, EsmsDateFormat.DashedTime, accept)))
        );

    /// <summary>The digits of a date are one, in quotes or not; as milliseconds they would be a day in the year 2612.</summary>
    [Fact]
    public void A_number_that_is_a_date_in_digits_is_read_as_its_digits() =>
        Assert.Equal(
            "2026-01-02T03:04:05.0000000+07:00",
            Render(
                Reading.Read(
                    "20260102030405",
                    static (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, EsmsDateFormat.Digits, EsmsAccept.Number)
                )
            )
        );

    [Theory]
    [InlineData("1767322800000")]
    [InlineData("20261302030405")]
    [InlineData("2026010203040")]
    public void A_number_that_is_no_date_in_digits_is_none(string number) =>
        Assert.ThrowsAny<JsonException>(() =>
            Reading.Read(number, static (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, EsmsDateFormat.Digits, EsmsAccept.Number))
        );

    [Theory]
    [InlineData("0001-01-01 06:59:59", EsmsDateFormat.DashedTime)]
    [InlineData("2024-02-30 00:00:00", EsmsDateFormat.DashedTime)]
    [InlineData("2024-01-17", EsmsDateFormat.DashedTime)]
    [InlineData("17/01/2024", EsmsDateFormat.Dashed)]
    [InlineData("01/17/2024", EsmsDateFormat.DayFirst)]
    [InlineData("", EsmsDateFormat.Digits)]
    [InlineData("", EsmsDateFormat.Milliseconds)]
    [InlineData("x", EsmsDateFormat.Milliseconds)]
    [InlineData("-62135596800001", EsmsDateFormat.Milliseconds)]
    [InlineData("253402275600000", EsmsDateFormat.Milliseconds)]
    [InlineData("", EsmsDateFormat.Wcf)]
    [InlineData("/Date()/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(+)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1705484048995", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1705484048995XX", EsmsDateFormat.Wcf)]
    [InlineData("1705484048995)/", EsmsDateFormat.Wcf)]
    [InlineData("XXXXXX1705484048995)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1705484048995+070)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1705484048995+07000)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1705484048995+07x0)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1+07)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(1.5)/", EsmsDateFormat.Wcf)]
    [InlineData("/Date(253402275600000+0700)/", EsmsDateFormat.Wcf)]
    public void A_text_that_is_no_date_is_an_error(string text, EsmsDateFormat format) =>
        Assert.Equal(
            "Value: a date was expected, and a text was found that is none.",
            Reading.ErrorOf($"\"{text}\"", (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, format))
        );

    [Theory]
    [InlineData("1705484048995", EsmsAccept.None, "a number")]
    [InlineData("1705484048995", EsmsAccept.Text, "a number")]
    [InlineData("1.5", EsmsAccept.Number, "a number")]
    [InlineData("-62135596800001", EsmsAccept.Number, "a number")]
    [InlineData("253402275600000", EsmsAccept.Number, "a number")]
    [InlineData("\"null\"", EsmsAccept.Number, "a text")]
    [InlineData("false", EsmsAccept.Number, "true or false")]
    [InlineData("{}", EsmsAccept.Number, "an object")]
    [InlineData("[]", EsmsAccept.Number, "a list")]
    public void A_value_that_is_no_date_is_an_error(string json, EsmsAccept accept, string found) =>
        Reading.AssertRefused(json, "a date", found, (ref Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, EsmsDateFormat.Wcf, accept));

    [Theory]
    [InlineData("61", EsmsAccept.None, 3660)]
    [InlineData("\"61\"", EsmsAccept.Text, 3660)]
    [InlineData("null", EsmsAccept.None, null)]
    public void A_duration_is_read_in_its_unit(string json, EsmsAccept accept, int? seconds) =>
        Assert.Equal(
            seconds,
            Reading.Read(json, (ref Utf8JsonReader reader) => EsmsJson.ReadDuration(ref reader, TimeSpan.FromMinutes(1), accept))?.TotalSeconds
        );

    private static string? Render(DateTimeOffset? date) => date?.ToString("O", CultureInfo.InvariantCulture);
}
