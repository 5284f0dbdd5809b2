[assembly: AssemblyFixture(typeof(Esms.Dispatching.RabbitMq.Tests.Harness.Broker))]
// Some tests restart the server that all of them use.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Esms.Dispatching.RabbitMq.Tests.Harness;

/// <summary>
/// The server, one for all tests. Where none can be started they are skipped, except where CI=true says that everything must be tested.
/// </summary>
public sealed class Broker : IAsyncLifetime
{
    private RabbitMqServer? _server;
    private string _problem = RabbitMqServer.Missing;

    public RabbitMqServer Server
    {
        get
        {
            if (_server is not null)
                return _server;
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", _problem);
            throw new InvalidOperationException(_problem);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (RabbitMqServer.Find() is not { } script)
            return;
        try
        {
            _server = await RabbitMqServer.StartAsync(script, CancellationToken.None);
        }
        catch (Exception exception) when (exception is RabbitMQ.Client.Exceptions.BrokerUnreachableException or System.ComponentModel.Win32Exception)
        {
            _problem = $"The RabbitMQ server at {script} could not be started.";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
