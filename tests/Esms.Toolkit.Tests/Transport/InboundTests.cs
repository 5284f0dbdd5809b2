using Esms.Runtime;

namespace Esms.Tests.Transport;

/// <summary>Calls of the open network: what is read of a parameter, and what is told of one that cannot be read.</summary>
public sealed class InboundTests
{
    public static TheoryData<string, Func<EsmsInbound, object?>> Unreadable =>
        new()
        {
            { "a whole number of 32 bits", static call => call.ReadInt32("p") },
            { "a whole number of 32 bits", static call => call.ReadDuration("p", TimeSpan.FromSeconds(1)) },
            { "a whole number of 64 bits", static call => call.ReadInt64("p") },
            { "a decimal number", static call => call.ReadDecimal("p") },
            { "0 or 1", static call => call.ReadFlag("p") },
            { "a date", static call => call.ReadDate("p", EsmsDateFormat.Dashed) },
        };

    public static TheoryData<Func<EsmsInbound, object?>> Reads =>
        new()
        {
            { static call => call.ReadString("p") },
            { static call => call.ReadInt32("p") },
            { static call => call.ReadInt64("p") },
            { static call => call.ReadDecimal("p") },
            { static call => call.ReadFlag("p") },
            { static call => call.ReadDate("p", EsmsDateFormat.Dashed) },
            { static call => call.ReadDuration("p", TimeSpan.FromSeconds(1)) },
            { static call => call.ReadEmbedded("p", static (ref System.Text.Json.Utf8JsonReader _) => string.Empty) },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_is_null_and_an_error_only_where_it_is_required(string wanted, Func<EsmsInbound, object?> read)
    {
        var call = Of("?p=private");

        Assert.Null(read(call));

        Assert.Equal($"Call: p: {wanted} was expected, and a text was found that is none.", call.Missing("p").Message);
        Assert.Equal("\"private\"", call.Unknown("p")?["p"]);
    }

    [Fact]
    public void A_duration_that_is_too_long_cannot_be_read()
    {
        var call = Of("p=2147483647");

        Assert.Null(call.ReadDuration("p", TimeSpan.FromHours(1)));
        Assert.NotNull(call.ReadDuration("p", TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void What_cannot_be_read_is_counted_as_drift_by_its_name_alone()
    {
        var counted = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "esms.drift")
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => counted.Enqueue(string.Join(' ', tags.ToArray().Select(static tag => tag.Value)))
        );
        listener.Start();

        DeliveryCallback.Parse("SMSID=1&TotalPrice=private&SendFailed=1&TotalSent=2");

        Assert.Equal(
            "DeliveryCallback unreadable TotalPrice",
            Assert.Single(counted, static line => line.StartsWith("DeliveryCallback", StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void What_is_empty_or_not_there_is_nothing(Func<EsmsInbound, object?> read)
    {
        Assert.Null(read(Of("?p=")));
        Assert.Null(read(Of("?p")));
        Assert.Null(read(Of(string.Empty)));
    }

    [Fact]
    public void What_is_missing_is_told() => Assert.Equal("Call: p: the parameter is missing.", Of(string.Empty).Missing("p").Message);

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    public void A_flag_is_read_in_every_form(string text, bool flag) => Assert.Equal(flag, Of($"p={text}").ReadFlag("p"));

    [Fact]
    public void A_number_of_each_size_is_read()
    {
        Assert.Equal(-2147483648, Of("p=-2147483648").ReadInt32("p"));
        Assert.Equal(-9223372036854775808, Of("p=-9223372036854775808").ReadInt64("p"));
        Assert.Equal("-850.0000", FormattableString.Invariant($"{Of("p=-850.0000").ReadDecimal("p")}"));
    }

    [Fact]
    public void A_duration_counts_units() => Assert.Equal(TimeSpan.FromMinutes(6), Of("p=3").ReadDuration("p", TimeSpan.FromMinutes(2)));

    [Fact]
    public void An_address_is_taken_apart_whatever_stands_around_the_equals_signs() =>
        Assert.Equal(
            [new("a", "1"), new("lonely", ""), new("", "nameless"), new("b", "x=y"), new("đặt hàng", "1 + 1")],
            EsmsInbound.Decode("?a=1&lonely&&=nameless&b=x=y&%C4%91%E1%BA%B7t+h%C3%A0ng=1+%2B%201").ToList()
        );

    private static EsmsInbound Of(string query) => new("Call", EsmsInbound.Decode(query));
}
