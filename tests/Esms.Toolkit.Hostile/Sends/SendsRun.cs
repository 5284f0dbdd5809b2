using System.Collections.Concurrent;
using Esms.Toolkit.Hostile.Server;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Hostile.Sends;

/// <summary>Sends many messages through a hostile service, and compares what the client says about each with what the service accepted.</summary>
/// <param name="Seed">Of what happens when.</param>
/// <param name="Count">How many sends.</param>
/// <param name="InFlight">How many at a time.</param>
/// <param name="WithoutKey">Whether the key is taken away on the way.</param>
internal sealed record SendsRun(int Seed, int Count, int InFlight, bool WithoutKey)
{
    private static readonly TimeSpan TryTimeout = TimeSpan.FromMilliseconds(400);

    public async Task<SendCounts> RunAsync()
    {
        var script = new FaultScript(Seed);
        await using var service = await HostileService.StartAsync(script, TryTimeout * 1.5);
        var verdicts = await SendAsync(script, service.Address);
        await service.StopAsync();
        return new SendCounts(verdicts, service.Journal);
    }

    private async Task<IReadOnlyCollection<Verdict>> SendAsync(FaultScript script, Uri address)
    {
        using var road = new Road(script, WithoutKey);
        using var connection = new EsmsConnection(OptionsOf(address), road);
        using var esms = new EsmsClient(connection);
        var send = new HostileSend(esms);
        var verdicts = new ConcurrentBag<Verdict>();
        await Parallel.ForAsync(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (number, _) => verdicts.Add(await send.RunAsync(number))
        );
        return verdicts;
    }

    private static EsmsOptions OptionsOf(Uri address) =>
        new()
        {
            ApiKey = Published.ApiKey,
            SecretKey = Published.SecretKey,
            BaseAddress = address,
            TryTimeout = TryTimeout,
            RetryDelay = TimeSpan.FromMilliseconds(5),
        };
}
