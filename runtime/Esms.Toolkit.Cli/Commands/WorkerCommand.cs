using System.CommandLine;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary><c>esms worker</c>: sends what applications have put on a RabbitMQ server, until it is stopped. Several share the work.</summary>
internal static class WorkerCommand
{
    public const string Name = "worker";

    private static readonly Argument<string> Server = new("amqp://…")
    {
        Description = $"The broker, such as amqps://user@host/vhost. Its password is read from {BrokerAddress.Password}.",
    };
    private static readonly Option<string> OutboxName = OutboxNameOption.Create();
    private static readonly Option<int> InFlight = InFlightOption.Create();

    public static Command Create()
    {
        var service = new ServiceOptions();
        var contracts = ContractsOption.Create();
        var command = new Command(Name, "Sends the messages that wait on a RabbitMQ server, until it is stopped. Several workers share them.")
        {
            Server,
        };
        foreach (var option in (Option[])[OutboxName, InFlight, contracts, service.OptionsFile, service.BaseAddress, service.Timeout])
            command.Add(option);
        command.SetAction((result, cancellation) => RunAsync(result, OperationCatalog.Open(result.GetValue(contracts)), service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, OperationCatalog catalog, ServiceOptions service, CancellationToken cancellation)
    {
        var broker = BrokerOutbox.Read(result.GetValue(Server)!, result.GetValue(OutboxName)!);
        var inFlight = InFlightOption.Read(result, InFlight);
        var error = result.InvocationConfiguration.Error;
        if (await FindMistakeAsync(broker, cancellation).ConfigureAwait(false) is { } mistake)
            throw new UsageException(mistake);
        var outbox = Outbox.Open(
            Account.Read(result, service),
            OwnSends(catalog),
            inFlight,
            builder => broker.Use(builder),
            () => new TextLog(error)
        );
        await using (outbox.ConfigureAwait(false))
        {
            await outbox.StartAsync().ConfigureAwait(false);
            error.WriteLine($"Sends what waits on {broker.Address.Host}. Ctrl-C ends it, when what is under way has its answer.");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await outbox.StopAsync().ConfigureAwait(false);
        }
        error.WriteLine("Stopped. What waits is left to other workers, and to the next start.");
        return ExitCodes.Success;
    }

    /// <summary>What waiting would not help: a wrong password, say. A server that is not there may come.</summary>
    private static async Task<string?> FindMistakeAsync(BrokerOutbox broker, CancellationToken cancellation)
    {
        try
        {
            await broker.CheckAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (broker.Explain(exception) is { } problem)
        {
            return problem.ExitCode == ExitCodes.Usage ? problem.Text : null;
        }
        return null;
    }

    /// <summary>Those of eSMS are known without being named.</summary>
    private static IEnumerable<Operation> OwnSends(OperationCatalog catalog) =>
        catalog == OperationCatalog.BuiltIn
            ? []
            : catalog.Names.Select(catalog.Get).Where(static operation => operation.Endpoint.Repeat.Rule == RepeatRule.Keyed);
}
