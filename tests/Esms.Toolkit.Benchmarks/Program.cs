using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Esms.Toolkit.Benchmarks;
using Esms.Toolkit.Benchmarks.Calls;
using Esms.Toolkit.Peers;

if (args is [LoopbackService.Verb])
{
    await LoopbackService.RunAsync();
    return;
}

// One server for all: each benchmark runs in a process of its own, which inherits the address.
using var service = await LoopbackService.StartAsync();
Environment.SetEnvironmentVariable(Clients.ServerVariable, service.Address.AbsoluteUri);
BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(Artifacts.Path));
