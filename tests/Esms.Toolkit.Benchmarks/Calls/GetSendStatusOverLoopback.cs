using BenchmarkDotNet.Attributes;

namespace Esms.Toolkit.Benchmarks.Calls;

[BenchmarkCategory("get", "loopback")]
public class GetSendStatusOverLoopback : CallBenchmarks
{
    private protected override Clients CreateClients() => Clients.OverLoopback();

    private protected override CallSet CreateCalls(Clients clients) => CallSet.GetSendStatus(clients);
}
