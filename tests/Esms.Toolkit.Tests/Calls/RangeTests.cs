using Esms.Runtime;
using Esms.Tests.Server;

namespace Esms.Tests.Calls;

/// <summary>Durations and dates that no form can hold go nowhere, and the error names the property and what it takes.</summary>
public sealed class RangeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<TimeSpan> Impossible =>
        [
            TimeSpan.MaxValue,
            TimeSpan.MinValue,
            TimeSpan.FromMinutes(-5),
            Timeout.InfiniteTimeSpan,
            TimeSpan.FromTicks(-1),
            TimeSpan.FromMinutes(int.MaxValue) + TimeSpan.FromTicks(1),
        ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task A_duration_that_is_none_is_not_sent(TimeSpan duration)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var esms = new EsmsClient(server.Options);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Otp.SendOtpAsync(
                new()
                {
                    Phone = "0901888484",
                    Brandname = "Baotrixemay",
                    Content = "x",
                    TimeAlive = duration,
                },
                Cancellation
            )
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Voice.CallWithRecordingAsync(
                new()
                {
                    Phone = "0901888484",
                    RecordingId = "1",
                    RetryInterval = duration == TimeSpan.FromMinutes(int.MaxValue) + TimeSpan.FromTicks(1) ? TimeSpan.MaxValue : duration,
                },
                Cancellation
            )
        );

        Assert.Equal("TimeAlive", error.ParamName);
        Assert.Contains("eSMS takes 00:00:00 to 1491308.02:07:00", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(60_000, 1)]
    [InlineData(60_001, 2)]
    [InlineData(300_000, 5)]
    public async Task A_part_of_a_unit_counts_as_a_whole_one(int milliseconds, int minutes)
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"CodeResult":"100","SMSID":"1"}""");
        using var esms = new EsmsClient(server.Options);

        await esms.Otp.SendOtpAsync(
            new()
            {
                Phone = "0901888484",
                Brandname = "Baotrixemay",
                Content = "x",
                TimeAlive = TimeSpan.FromMilliseconds(milliseconds),
            },
            Cancellation
        );

        var request = Assert.Single(server.Received);
        Assert.Contains($"TimeAlive={minutes}&", $"{request.Target}&", StringComparison.Ordinal);
    }

    public static TheoryData<DateTimeOffset> ImpossibleDates =>
        [
            default(DateTimeOffset),
            DateTimeOffset.MaxValue,
            new DateTimeOffset(1, 1, 1, 15, 0, 0, TimeSpan.FromHours(14)),
            new DateTimeOffset(1899, 12, 31, 23, 59, 59, TimeSpan.FromHours(7)),
            new DateTimeOffset(9999, 12, 31, 10, 0, 0, TimeSpan.FromHours(-7)),
        ];

    [Theory]
    [MemberData(nameof(ImpossibleDates))]
    public async Task A_date_that_nobody_means_is_not_sent(DateTimeOffset date)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var esms = new EsmsClient(server.Options);

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Sms.SendCustomerCareAsync(
                new()
                {
                    Phone = "0901888484",
                    Brandname = "Baotrixemay",
                    Content = "x",
                    SendDate = date,
                },
                Cancellation
            )
        );

        Assert.Equal("SendDate", error.ParamName);
        Assert.Contains("1900-01-01 to 9999-12-31", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public void Every_form_holds_every_date_that_may_be_sent()
    {
        var vietnam = TimeSpan.FromHours(7);
        foreach (
            var date in new[]
            {
                new DateTimeOffset(1900, 1, 1, 0, 0, 0, vietnam),
                new DateTimeOffset(9999, 12, 31, 23, 59, 59, vietnam),
                new DateTimeOffset(9999, 12, 31, 16, 59, 59, TimeSpan.Zero),
                new DateTimeOffset(2026, 2, 28, 20, 0, 0, TimeSpan.FromHours(-8)),
            }
        )
        {
            EsmsGuard.Date(date, "Date");
            foreach (var format in Enum.GetValues<EsmsDateFormat>())
            {
                var text = EsmsText.Of(date, format)!;
                var read = Json.Reading.Read($"\"{text}\"", (ref System.Text.Json.Utf8JsonReader reader) => EsmsJson.ReadDate(ref reader, format))!;

                Assert.Equal(text, EsmsText.Of(read, format));
            }
        }
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("-2147483648")]
    public void A_duration_of_an_answer_that_no_clock_can_tell_is_an_error(string hours) =>
        Json.Reading.AssertRefused(
            hours,
            "a duration",
            "a number",
            static (ref System.Text.Json.Utf8JsonReader reader) => EsmsJson.ReadDuration(ref reader, TimeSpan.FromHours(1))
        );
}
