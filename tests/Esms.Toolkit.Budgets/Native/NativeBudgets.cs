using Esms.Toolkit.Budgets.Measuring;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Native;

/// <summary>What the toolkit adds to a native app of one call: to its size, to its start, and for contracts that it does not call.</summary>
internal static class NativeBudgets
{
    private static readonly Pace OneStartInTurn = new(Rounds: 101, WarmUp: TimeSpan.FromMilliseconds(100), Slice: TimeSpan.Zero, Runs: 0);

    public static async Task MeasureAsync(Ledger ledger)
    {
        FurtherContracts.Write();
        var floor = await NativeApp.PublishAsync("Floor");
        var client = await NativeApp.PublishAsync("Client");
        var clientOfMany = await NativeApp.PublishAsync("ClientOfMany");
        if (clientOfMany.Endpoints - client.Endpoints != FurtherContracts.Count)
            throw new InvalidOperationException($"There are {clientOfMany.Endpoints} and {client.Endpoints} contracts in the apps.");
        var cli = await NativeCli.PublishAsync();
        using var service = await LoopbackService.StartAsync();
        NativeApp[] apps = [floor, client, clientOfMany];
        foreach (var app in apps)
            app.Call(service.Address);
        ledger.Note(
            $"aot: {client.Size} bytes with {client.Endpoints} contracts, {clientOfMany.Size} with {clientOfMany.Endpoints}, the floor {floor.Size}"
        );
        ledger.Add("aot.bytes-over-floor", client.Size - floor.Size, 64 * 1024);
        ledger.Add("aot.bytes-per-unused-contract", (double)(clientOfMany.Size - client.Size) / FurtherContracts.Count, 0);
        ledger.Add("aot.warnings", apps.Sum(static app => app.Warnings), 0);
        ledger.Add("cli.warnings", cli.Warnings, 0);
        ledger.AddTiming(
            "cli.start-vs-floor",
            1.5,
            () => SideBySide.TimeRatio(() => cli.Call(service.Address), () => floor.Call(service.Address), OneStartInTurn)
        );
        ledger.AddTiming(
            "aot.start-vs-floor",
            1.05,
            () => SideBySide.TimeRatio(() => client.Call(service.Address), () => floor.Call(service.Address), OneStartInTurn)
        );
    }
}
