using Esms.Tests.DependencyInjection;
using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Cancelling;

/// <summary>A client before a <see cref="StoppingService"/>, made by hand or by AddEsms.</summary>
internal sealed class StoppedClient : IAsyncDisposable
{
    private readonly ServiceProvider? _provider;

    public StoppedClient(StoppingService service, bool isAdded)
    {
        // Tries follow at once, but for the pauses that the service asks for.
        var options = new EsmsOptions
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            Timeout = TimeSpan.FromHours(10),
            TryTimeout = TimeSpan.FromHours(2),
            MaxTries = 5,
            RetryDelay = TimeSpan.Zero,
        };
        if (!isAdded)
        {
            Esms = new EsmsClient(new EsmsConnection(options, service));
            return;
        }
        var services = new ServiceCollection();
        services.AddServer(options).ConfigurePrimaryHttpMessageHandler(() => service).AddHttpMessageHandler(() => new Above(service));
        _provider = services.BuildServiceProvider();
        Esms = _provider.GetRequiredService<EsmsClient>();
    }

    public EsmsClient Esms { get; }

    public async ValueTask DisposeAsync()
    {
        Esms.Connection.Dispose();
        if (_provider is not null)
            await _provider.DisposeAsync();
    }

    /// <summary>A handler of the caller's that waits before it passes a request on.</summary>
    private sealed class Above(StoppingService service) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await service.StopAsync("handler", cancellationToken).ConfigureAwait(false);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }
}
