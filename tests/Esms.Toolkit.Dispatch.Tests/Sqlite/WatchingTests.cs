using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>What is told while messages go out.</summary>
public sealed class WatchingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Progress_is_told_from_the_beginning_to_the_end_whenever_it_changes()
    {
        await using var desk = await Desk.StartAsync();
        var road = new Road { Length = TimeSpan.FromSeconds(1) };
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 4, handler: road);

        await app.EnqueueAsync(Campaign.Batch("spring", 12));
        var states = await app.Dispatcher.WatchAsync("spring", Cancellation).ToListAsync(Cancellation);

        Assert.True(states.Count > 1, $"{states.Count}");
        Assert.Equal(states.Distinct(), states);
        Assert.Equal(states.OrderBy(static state => state.Accepted), states);
        Assert.All(states, static state => Assert.Equal(12, state.Total));
        Assert.Equal((12, 0), (states[^1].Accepted, states[^1].Left));
    }

    [Fact]
    public async Task Results_are_told_as_they_come()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(
            new FaultRule
            {
                Kind = FaultKind.Latency,
                Delay = TimeSpan.FromSeconds(10),
                Times = 1,
            }
        );
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(Campaign.Batch("spring", 1500));
        var leftAtFirst = -1L;
        var rows = new HashSet<string>();
        await foreach (var result in app.Dispatcher.ReadResultsAsync("spring", Cancellation))
        {
            if (rows.Count == 0)
                leftAtFirst = (await app.ProgressAsync("spring")).Left;
            Assert.True(rows.Add(result.Row), $"Row {result.Row} was told twice.");
        }

        Assert.True(leftAtFirst > 0, $"{leftAtFirst}");
        Assert.Equal(1500, rows.Count);
    }

    [Fact]
    public async Task Whoever_watches_can_leave()
    {
        await using var desk = await Desk.StartAsync();
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("spring", 1));
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var (states, results) = (
            watcher.Dispatcher.WatchAsync("spring", leaving.Token),
            watcher.Dispatcher.ReadResultsAsync("spring", leaving.Token)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await states.ToListAsync(Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await results.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task The_meter_counts_outcomes()
    {
        // No other test here sends from a fixed number, and the meter is one for all.
        const string Operation = "SendFixedNumber";
        var told = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Esms.Toolkit", Name: "esms.dispatch.outcomes" })
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) => told.Enqueue($"{string.Join(' ', tags.ToArray().Select(static tag => tag.Value))}: {count}")
        );
        listener.Start();
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(FaultKind.LostAnswer, times: 1);
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 1);

        await app.EnqueueAsync("spring", Message("0901888484"), Message("0901888485"), Message("1"));
        await app.ResultsAsync("spring");

        Assert.Equal(
            [$"{Operation} accepted 100: 1", $"{Operation} already_accepted 124: 1", $"{Operation} refused 108: 1"],
            told.Where(static line => line.StartsWith(Operation, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );

        static SendFixedNumberRequest Message(string phone) => new() { Phone = phone, Content = "Xin chao" };
    }
}
