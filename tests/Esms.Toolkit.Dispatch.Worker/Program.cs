using System.Diagnostics;
using System.Globalization;
using Esms;
using Esms.Dispatching.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// send <outbox> <place> <address of the emulator> [--new-id-per-try] [--in-flight N] [--steps SEED] [--ahead HOURS]: sends until its standard input ends.
// enqueue <outbox> <place> <count>: fills the outbox, and prints how many bytes of memory it had at most.
var (verb, outbox, place, argument) = (args[0], args[1], args[2], args[3]);
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
var dispatch = Outboxes.Use(builder.Services.AddEsmsDispatch(Configure), outbox, place);
if (verb == "enqueue")
{
    dispatch.WithoutWorker();
    using var host = builder.Build();
    var count = int.Parse(argument, CultureInfo.InvariantCulture);
    await host.Services.GetRequiredService<IEsmsDispatcher>().EnqueueAsync(Campaign.Batch("memory", count));
    Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64);
    return;
}

var account = builder.Services.AddEsms(options =>
{
    (options.ApiKey, options.SecretKey, options.BaseAddress) = ("emulator-api-key", "emulator-secret-key", new Uri(argument));
    options.TryTimeout = TimeSpan.FromSeconds(2);
});
if (Option("--steps") is { } seed)
    builder.Services.AddSingleton<TimeProvider>(new SteppingClock(seed, TimeSpan.FromHours(Option("--ahead") ?? 0)));
if (args.Contains("--new-id-per-try"))
    account.AddHttpMessageHandler(static () => new NewIdPerTry());
using (var host = builder.Build())
{
    await host.StartAsync();
    Console.WriteLine("sends");
    await Console.In.ReadToEndAsync();
    await host.StopAsync();
}

void Configure(EsmsDispatchOptions options) => options.MaxInFlight = Option("--in-flight") ?? options.MaxInFlight;

int? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
