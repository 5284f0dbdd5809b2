using BenchmarkDotNet.Attributes;

namespace Esms.Toolkit.Benchmarks.Calls;

[BenchmarkCategory("post", "loopback")]
public class SendCustomerCareOverLoopback : CallBenchmarks
{
    private protected override Clients CreateClients() => Clients.OverLoopback();

    private protected override CallSet CreateCalls(Clients clients) => CallSet.SendCustomerCare(clients);
}
