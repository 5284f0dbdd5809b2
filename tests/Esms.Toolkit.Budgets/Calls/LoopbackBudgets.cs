using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Calls;

/// <summary>What a call allocates over a real connection, in the whole process: here the work of the HTTP stack is part of both.</summary>
internal static class LoopbackBudgets
{
    private const int Calls = 3000;
    private const int Rounds = 5;

    public static async Task MeasureAsync(Ledger ledger)
    {
        using var service = await LoopbackService.StartAsync();
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        };
        using var contenders = new Contenders(handler, service.Address);
        var gets = await RatioAsync(
            () => contenders.Ours.Messages.GetSendStatusAsync(Published.SmsId),
            () => contenders.Floor.GetSendStatusAsync(Published.SmsId)
        );
        var posts = await RatioAsync(
            () => contenders.Ours.Sms.SendCustomerCareAsync(Contenders.Message),
            () => contenders.Floor.SendCustomerCareAsync(Published.Message)
        );
        ledger.Add("loopback.bytes-vs-floor", Math.Max(gets, posts), 1.05);
    }

    /// <summary>The median of some turns: a thread of the pool that starts, or a timer that fires, adds to a turn what no call asked for.</summary>
    private static async Task<double> RatioAsync(Func<Task> ours, Func<Task> floor)
    {
        await BytesOfAsync(ours);
        await BytesOfAsync(floor);
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
            ratios.Add(await BytesOfAsync(ours) / await BytesOfAsync(floor));
        return SideBySide.MedianOf(ratios);
    }

    private static async Task<double> BytesOfAsync(Func<Task> call)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Calls; i++)
            await call();
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Calls;
    }
}
