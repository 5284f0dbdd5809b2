using BenchmarkDotNet.Attributes;

namespace Esms.Toolkit.Benchmarks.Calls;

/// <summary>One call over one transport, by each client, with the floor as the measure.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public abstract class CallBenchmarks
{
    private Task[] _together = [];
    private Clients? _clients;
    private CallSet? _calls;

    [Params(1, 64)]
    public int AtOnce { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _together = new Task[AtOnce];
        _clients = CreateClients();
        _calls = CreateCalls(_clients);
        await _calls.CheckAsync();
    }

    [GlobalCleanup]
    public void CleanUp() => _clients?.Dispose();

    [Benchmark(Baseline = true)]
    public Task Floor() => SendAsync(_calls!.Floor);

    [Benchmark]
    public Task Generated() => SendAsync(_calls!.Generated);

    [Benchmark]
    public Task HttpClient() => SendAsync(_calls!.HttpClient);

    [Benchmark]
    public Task Refit() => SendAsync(_calls!.Refit);

    [Benchmark]
    public Task RestEase() => SendAsync(_calls!.RestEase);

    [Benchmark]
    public Task RestSharp() => SendAsync(_calls!.RestSharp);

    private protected abstract Clients CreateClients();

    private protected abstract CallSet CreateCalls(Clients clients);

    private Task SendAsync(Call call)
    {
        if (_together.Length == 1)
            return call.SendAsync();
        for (var i = 0; i < _together.Length; i++)
            _together[i] = call.SendAsync();
        return Task.WhenAll(_together);
    }
}
