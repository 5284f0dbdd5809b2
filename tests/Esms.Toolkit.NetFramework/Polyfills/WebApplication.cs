using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>A web application as the tests start it, over the web host of the ASP.NET Core that runs here.</summary>
internal sealed class WebApplication : IAsyncDisposable
{
    private readonly IWebHostBuilder _builder;
    private RequestDelegate _answer = static _ => Task.CompletedTask;
    private IWebHost? _host;

    private WebApplication(IWebHostBuilder builder) => _builder = builder;

    public ICollection<string> Urls => _host!.ServerFeatures.Get<IServerAddressesFeature>().Addresses;

    public static Parts CreateSlimBuilder() => new();

    public void Run(RequestDelegate answer) => _answer = answer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _host = _builder.Configure(app => app.Run(_answer)).Build();
        return _host.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync(new CancellationToken(canceled: true));
        _host.Dispose();
    }

    /// <summary>What an application is made of.</summary>
    internal sealed class Parts
    {
        /// <summary>Without a logger from the beginning, so what is done to these does not matter.</summary>
        public Parts() => new ServiceCollection().AddLogging(logging => Logging = logging);

        public IWebHostBuilder WebHost { get; } = new WebHostBuilder().UseKestrel();

        public ILoggingBuilder Logging { get; private set; } = null!;

        public WebApplication Build() => new(WebHost);
    }
}
