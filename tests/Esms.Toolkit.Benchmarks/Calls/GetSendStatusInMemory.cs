using BenchmarkDotNet.Attributes;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Benchmarks.Calls;

[BenchmarkCategory("get", "memory")]
public class GetSendStatusInMemory : CallBenchmarks
{
    private protected override Clients CreateClients() => Clients.InMemory(Published.Status);

    private protected override CallSet CreateCalls(Clients clients) => CallSet.GetSendStatus(clients);
}
