using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Clocks that are set while messages wait, in both directions.</summary>
public sealed class ClockTests
{
    public static TheoryData<double> Hours => [-25, -7, -2, -0.01, 0.01, 2, 25, 24 * 365];

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task No_message_is_stuck_lost_or_sent_twice_when_the_clock_is_set(double hours)
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(
            new FaultRule { Kind = FaultKind.LostAnswer, Times = 10 },
            new FaultRule { Kind = FaultKind.ServerError, Times = 10 }
        );
        var clock = new SteppedClock();
        await using var app = await desk.StartAppAsync(clock: clock);
        await app.EnqueueAsync(Campaign.Batch("spring", 200));
        await app.WaitAsync("spring", static progress => progress.Accepted > 20);

        clock.Step(TimeSpan.FromHours(hours));
        var results = await app.ResultsAsync("spring");

        Assert.Equal((200, 200), (results.Count, desk.Esms.Messages.Count));
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
    }

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task A_pause_lasts_as_long_as_it_was_meant_to(double hours)
    {
        await using var desk = await Desk.StartAsync();
        var isDown = true;
        var clock = new SteppedClock();
        var road = new Road(_ => Volatile.Read(ref isDown) ? throw new HttpRequestException("There is no way.") : null) { Length = TimeSpan.Zero };
        await using var app = await desk.StartAppAsync(handler: road, clock: clock);
        await app.EnqueueAsync(Campaign.Batch("spring", 60));
        await app.WaitAsync("spring", static progress => progress.Pause is not null);

        clock.Step(TimeSpan.FromHours(hours));
        Volatile.Write(ref isDown, false);

        Assert.Equal(60, (await app.ResultsAsync("spring")).Count);
    }

    [Theory]
    [InlineData(-25)]
    [InlineData(-3)]
    public async Task A_restart_with_a_clock_that_was_set_back_goes_on(double hours)
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(FaultKind.ServerError, times: 400);
        var clock = new SteppedClock();
        await using (var app = await desk.StartAppAsync(clock: clock))
        {
            await app.EnqueueAsync(Campaign.Batch("spring", 30));
            await Eventually.IsTrueAsync(() => desk.Esms.Requests.Count >= 30);
        }
        desk.Esms.Faults = Faults.Of();
        clock.Step(TimeSpan.FromHours(hours));

        await using var next = await desk.StartAppAsync(clock: clock);
        var results = await next.ResultsAsync("spring");

        Assert.Equal((30, 30), (results.Count, desk.Esms.Messages.Count));
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
    }

    [Fact]
    public async Task The_hour_of_a_limit_is_an_hour_when_the_clock_is_set_back()
    {
        await using var desk = await Desk.StartAsync();
        var clock = new SteppedClock();
        await using var app = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 5, clock: clock);
        await app.EnqueueAsync(Campaign.Batch("spring", 8));
        await app.WaitAsync("spring", static progress => progress is { Accepted: 5, Pause: not null });

        clock.Step(TimeSpan.FromHours(-2));
        await app.EnqueueAsync(Campaign.Batch("summer", 8));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Equal(5, desk.Esms.Messages.Count);
    }
}
