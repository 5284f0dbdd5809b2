using System.Diagnostics;
using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;
using Esms.Toolkit.Budgets.Measuring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Toolkit.Budgets.RabbitMq;

/// <summary>
/// Whether more workers do more work: each is a process with one message under way, and the answers take 20 ms, so that what one can do is bounded
/// by the answers and not by this machine.
/// </summary>
internal static class RabbitMqBudgets
{
    private const int Many = 4;
    private const int InFlight = 1;

    /// <summary>Of each worker, before the clock is started: processes that begin are busy with themselves.</summary>
    private const int WarmUp = 200;

    private const int Measured = 300;
    private const double LeastSpeedup = 3.5;

    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(20);

    public static async Task MeasureAsync(Ledger ledger)
    {
        if (RabbitMqServer.Find() is not { } script)
        {
            ledger.Note($"rabbitmq: skipped. {RabbitMqServer.Missing}");
            return;
        }
        await using var server = await RabbitMqServer.StartAsync(script, CancellationToken.None);
        ledger.AddTiming("rabbitmq.four-workers-vs-one", 1 / LeastSpeedup, () => RatioAsync(ledger, server).GetAwaiter().GetResult());
    }

    /// <summary>The time that many workers take for the same work, over that of one.</summary>
    private static async Task<double> RatioAsync(Ledger ledger, RabbitMqServer server)
    {
        var one = await RateAsync(server, 1);
        var many = await RateAsync(server, Many);
        ledger.Note($"rabbitmq: {one:0} messages a second with one worker, {many:0} with {Many}: {many / one:0.00} times as many");
        return one / many;
    }

    /// <returns>How many messages go out in a second.</returns>
    private static async Task<double> RateAsync(RabbitMqServer server, int workers)
    {
        await using var esms = await EsmsEmulator.StartAsync(
            new()
            {
                Balance = 1_000_000_000m,
                Faults = new()
                {
                    Rules =
                    {
                        new() { Kind = FaultKind.Latency, Delay = AnswerTime },
                    },
                },
            }
        );
        var name = $"budget-{Guid.NewGuid():N}";
        await EnqueueAsync(server.Address, name, (WarmUp + Measured + WarmUp) * workers);
        var processes = Enumerable.Range(0, workers).Select(_ => Start($"{server.Address}#{name}", esms.BaseAddress)).ToList();
        try
        {
            await WaitAsync(esms, WarmUp * workers);
            var (first, began) = (esms.Messages.Count, Stopwatch.GetTimestamp());
            await WaitAsync(esms, first + (Measured * workers));
            return (esms.Messages.Count - first) / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                await process.WaitForExitAsync();
                process.Dispose();
            }
        }
    }

    private static async Task EnqueueAsync(Uri server, string name, int count)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEsmsDispatch().UseRabbitMq(server, name).WithoutWorker();
        using var host = builder.Build();
        await host.Services.GetRequiredService<IEsmsDispatcher>().EnqueueAsync(Campaign.Batch(name, count));
    }

    private static Process Start(string place, Uri emulator)
    {
        string[] arguments = [typeof(Campaign).Assembly.Location, "send", "rabbitmq", place, emulator.AbsoluteUri, "--in-flight", $"{InFlight}"];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    private static async Task WaitAsync(EsmsEmulator esms, int count)
    {
        while (esms.Messages.Count < count)
            await Task.Delay(10);
    }
}
