using System.Diagnostics;
using System.Diagnostics.Metrics;
using Esms.Tests.Secrets;
using Esms.Tests.Sending;

namespace Esms.Tests.Telemetry;

/// <summary>Listeners of the user's that throw: telemetry fails, and no call does.</summary>
[Collection(nameof(Quiet))]
public sealed class ThrowingListenerTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_meter_listener_that_throws_makes_no_failure_of_a_send()
    {
        await using var service = await FlakyService.StartAsync(
            Steps.Say("""{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "1", "New": 1 }""")
        );
        var thrown = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == "Esms.Toolkit")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Throw(ref thrown));
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => Throw(ref thrown));
        listener.Start();
        using var esms = new EsmsClient(service.Options);

        Assert.Equal("1", (await esms.Sms.SendCustomerCareAsync(Message, Cancellation)).SmsId);
        Assert.InRange(thrown, 3, int.MaxValue); // The time, the tries, the member that is new.
    }

    [Theory]
    [InlineData("sampled")]
    [InlineData("started")]
    [InlineData("stopped")]
    public async Task An_activity_listener_that_throws_makes_no_failure_of_a_send(string when)
    {
        await using var service = await FlakyService.StartAsync();
        var thrown = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Esms.Toolkit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
            {
                if (when == "sampled")
                    Throw(ref thrown);
                return ActivitySamplingResult.AllData;
            },
            ActivityStarted = _ =>
            {
                if (when == "started")
                    Throw(ref thrown);
            },
            ActivityStopped = _ =>
            {
                if (when == "stopped")
                    Throw(ref thrown);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var esms = new EsmsClient(service.Options);

        Assert.False((await esms.Sms.SendCustomerCareAsync(Message, Cancellation)).WasAlreadyAccepted);
        Assert.Equal((1, 1), (thrown, service.Accepted));
    }

    private static void Throw(ref int thrown)
    {
        thrown++;
        throw new InvalidOperationException("A listener that fails.");
    }
}
