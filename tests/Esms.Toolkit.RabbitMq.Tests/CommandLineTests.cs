using System.Diagnostics;
using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>The command <c>esms worker</c>, as a process.</summary>
public sealed class CommandLineTests(Broker broker)
{
    private static readonly string Program = Path.GetFullPath(
        Path.Combine(
            AppContext.BaseDirectory,
            "..",
            "..",
            "Esms.Toolkit.Cli",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            "esms.dll"
        )
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_sends_what_waits_until_it_is_told_to_end()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("spring", 25));
        using var worker = Start(desk, WithoutPassword(desk.Server.Address), PasswordOf(desk.Server.Address));
        var told = worker.StandardError.ReadToEndAsync(Cancellation);

        var results = await watcher.ResultsAsync("spring");

        Assert.Equal(25, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        using (var interrupt = Process.Start("kill", ["-INT", $"{worker.Id}"]))
            await interrupt.WaitForExitAsync(Cancellation);
        await worker.WaitForExitAsync(Cancellation);
        var words = await told;
        Assert.Equal(0, worker.ExitCode);
        Assert.Contains("Ctrl-C ends it", words, StringComparison.Ordinal);
        Assert.EndsWith("Stopped. What waits is left to other workers, and to the next start.\n", words, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Esms.Options.ApiKey, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:hidden@127.0.0.1/")]
    [InlineData("amqp hidden")]
    public async Task An_address_of_no_broker_is_refused_and_not_shown(string address)
    {
        await using var desk = await Desk.StartAsync(broker);
        using var worker = Start(desk, address, password: null);

        var words = await worker.StandardError.ReadToEndAsync(Cancellation);
        await worker.WaitForExitAsync(Cancellation);

        Assert.NotEqual(0, worker.ExitCode);
        Assert.StartsWith("This is no address of a broker.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", words, StringComparison.Ordinal);
    }

    private static Process Start(Desk desk, string address, string? password)
    {
        var options = desk.Esms.Options;
        var start = new ProcessStartInfo(
            "dotnet",
            [Program, "worker", address, "--name", desk.Name, "--in-flight", "4", "--base-address", options.BaseAddress!.AbsoluteUri]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        (start.Environment["ESMS_API_KEY"], start.Environment["ESMS_SECRET_KEY"]) = (options.ApiKey, options.SecretKey);
        start.Environment["ESMS_AMQP_PASSWORD"] = password;
        return Process.Start(start)!;
    }

    private static string WithoutPassword(Uri address) =>
        new UriBuilder(address) { Password = string.Empty }
            .Uri
            .AbsoluteUri;

    private static string PasswordOf(Uri address) => Uri.UnescapeDataString(address.UserInfo.Split(':')[1]);
}
