using BenchmarkDotNet.Attributes;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Benchmarks.Calls;

[BenchmarkCategory("post", "memory")]
public class SendCustomerCareInMemory : CallBenchmarks
{
    private protected override Clients CreateClients() => Clients.InMemory(Published.Accepted);

    private protected override CallSet CreateCalls(Clients clients) => CallSet.SendCustomerCare(clients);
}
