using System.Globalization;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Hostile.Load;

/// <summary>Makes very many calls, very many at a time: none may fail, and neither memory nor sockets may grow with their number.</summary>
/// <param name="Count">How many calls.</param>
/// <param name="InFlight">How many at a time.</param>
internal sealed record LoadRun(int Count, int InFlight)
{
    /// <summary>After the first tenth everything that is kept is there.</summary>
    private const int WarmUpOf = 10;

    private const double MostGrowth = 1.10;

    /// <returns>Whether all went well.</returns>
    public async Task<bool> RunAsync()
    {
        using var service = await LoopbackService.StartAsync();
        var sockets = new Sockets(service.Address.Port);
        using var esms = new EsmsClient(OptionsOf(service.Address));

        var failures = await sockets.WatchAsync(CallAsync(esms, Count / WarmUpOf));
        var before = Memory();
        failures += await sockets.WatchAsync(CallAsync(esms, Count - (Count / WarmUpOf)));
        var after = Memory();
        var left = sockets.Count();

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count} calls, {InFlight} in flight: {failures} failed; managed memory {before} bytes after {Count / WarmUpOf} calls, {after} at the end ({100.0 * after / before:0.0} %); sockets {sockets.Most} at most, {left} at the end"
            )
        );
        return failures == 0 && after <= before * MostGrowth && sockets.Most <= InFlight && left <= InFlight;
    }

    private async Task<int> CallAsync(EsmsClient esms, int count)
    {
        var failures = 0;
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (_, cancellation) =>
            {
                try
                {
                    var status = await esms.Messages.GetSendStatusAsync(Published.SmsId, cancellation);
                    if (status.TotalPrice != 850m)
                        Interlocked.Increment(ref failures);
                }
                catch (EsmsException exception)
                {
                    if (Interlocked.Increment(ref failures) == 1)
                        Console.WriteLine(exception);
                }
            }
        );
        return failures;
    }

    /// <summary>What is held for good: finalizers give free more than one collection finds.</summary>
    private static long Memory()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>One try a call: a second one would hide what went wrong.</summary>
    private static EsmsOptions OptionsOf(Uri address) =>
        new()
        {
            ApiKey = Published.ApiKey,
            SecretKey = Published.SecretKey,
            BaseAddress = address,
            MaxTries = 1,
        };
}
