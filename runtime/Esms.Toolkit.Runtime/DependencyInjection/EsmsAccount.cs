using Esms.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>One account of an application: opens its connection, and lets that follow the options.</summary>
/// <param name="optionsName">The name of its options.</param>
/// <param name="httpName">The name of its HTTP client.</param>
internal sealed class EsmsAccount(string optionsName, string httpName)
{
    public EsmsConnection Open(IServiceProvider services)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<EsmsOptions>>();
        var options = monitor.Get(optionsName);
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger(EsmsLog.Category);
        var chain = HandlerChain.Secure(services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpName), options);
        // On this machine are emulators and test servers, whose handlers are of many kinds.
        if (chain.Unknown is not null && options.BaseAddress?.IsLoopback != true)
            logger?.HasUnknownHandler(httpName, chain.Unknown);
#pragma warning disable CA2000 // The connection disposes of the pipeline.
        var connection = new EsmsConnection(options, WatchedPipeline.Over(chain.First, ownsHandler: chain.IsReplaced));
#pragma warning restore CA2000
        connection.Keep(
            monitor.OnChange(
                (changed, name) =>
                {
                    if (name == optionsName)
                        Follow(connection, options, changed, logger);
                }
            )
        );
        connection.Use(monitor.Get(optionsName)); // What changed before somebody listened.
        return connection;
    }

    private void Follow(EsmsConnection connection, EsmsOptions opened, EsmsOptions changed, ILogger? logger)
    {
        connection.Use(changed);
        if (changed.BaseAddress != opened.BaseAddress)
            logger?.NeedsRestart(nameof(EsmsOptions.BaseAddress), Describe());
        if (changed.ConnectTimeout != opened.ConnectTimeout)
            logger?.NeedsRestart(nameof(EsmsOptions.ConnectTimeout), Describe());
    }

    private string Describe() => optionsName.Length == 0 ? nameof(EsmsOptions) : $"{nameof(EsmsOptions)} \"{optionsName}\"";
}
