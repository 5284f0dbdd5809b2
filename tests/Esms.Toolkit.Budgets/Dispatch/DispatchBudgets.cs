using System.Diagnostics;
using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Dispatch;

/// <summary>
/// What it takes to send through an outbox in a file, over the same calls without one: enqueueing, and a claim and an outcome for each message, all
/// of it on disk. Both have as many calls under way at once, over loopback.
/// </summary>
internal static class DispatchBudgets
{
    private const int Messages = 3000;
    private const int InFlight = 16;
    private const int Rounds = 5;

    public static async Task MeasureAsync(Ledger ledger)
    {
        using var service = await LoopbackService.StartAsync();
        using var client = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = Published.ApiKey,
                SecretKey = Published.SecretKey,
                BaseAddress = service.Address,
            }
        );
        await using var outbox = await Outbox.StartAsync(service.Address, InFlight);
        await MeasureAsync(ledger, client, outbox);
    }

    private static async Task MeasureAsync(Ledger ledger, EsmsClient client, Outbox outbox)
    {
        await RatioAsync(client, outbox);
        ledger.AddTiming("dispatch.time-vs-call", 8, () => MedianAsync(ledger, client, outbox).GetAwaiter().GetResult());
    }

    private static async Task<double> MedianAsync(Ledger ledger, EsmsClient client, Outbox outbox)
    {
        var turns = new List<(double Bare, double Kept)>();
        for (var round = 0; round < Rounds; round++)
            turns.Add(await RatioAsync(client, outbox));
        var (bare, kept) = (SideBySide.MedianOf(turns.Select(static turn => turn.Bare)), SideBySide.MedianOf(turns.Select(static turn => turn.Kept)));
        ledger.Note(
            $"dispatch: a message takes {kept * 1000 / Messages:0} µs through the outbox, {bare * 1000 / Messages:0} without one, {InFlight} at once"
        );
        return SideBySide.MedianOf(turns.Select(static turn => turn.Kept / turn.Bare));
    }

    private static async Task<(double Bare, double Kept)> RatioAsync(EsmsClient client, Outbox outbox)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            Messages,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (number, cancellation) => await client.Sms.SendCustomerCareAsync(Outbox.Message(number), cancellation)
        );
        var bare = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        await outbox.SendAsync(Messages);
        return (bare, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
