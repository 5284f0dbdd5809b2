using Esms.Wire.Tests.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Esms.Wire.Tests.Grid;

/// <summary>The ways to build a client with a handler in it.</summary>
internal static class Roads
{
    public static IReadOnlyDictionary<string, Func<EsmsOptions, Step?, BuiltClient>> All { get; } =
        new Dictionary<string, Func<EsmsOptions, Step?, BuiltClient>>(StringComparer.Ordinal)
        {
            ["AddEsms"] = static (options, step) => Added(options, (_, http) => Put(http, step)),
            ["SocketsHttpHandler"] = static (options, step) =>
                Added(options, (_, http) => Put(http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler()), step)),
            ["HttpClientHandler"] = static (options, step) =>
                Added(options, (_, http) => Put(http.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler()), step)),
            ["a primary handler of the user's"] = static (options, step) =>
                Added(options, (_, http) => Put(http.ConfigurePrimaryHttpMessageHandler(static () => new OwnHandler()), step)),
            ["a chain as primary handler"] = static (options, step) =>
                Added(options, (_, http) => http.ConfigurePrimaryHttpMessageHandler(() => Chain(step))),
            ["a filter"] = static (options, step) =>
                Added(options, (services, _) => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(step))),
            ["PostConfigureAll"] = static (options, step) =>
                Added(
                    options,
                    (services, _) =>
                        services.PostConfigureAll<HttpClientFactoryOptions>(http =>
                            http.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Chain(step))
                        )
                ),
            ["ConfigureHttpClientDefaults"] = static (options, step) =>
                Added(options, (services, _) => services.ConfigureHttpClientDefaults(http => Put(http, step))),
            ["the resilience defaults"] = static (options, step) =>
                Added(options, (services, _) => services.ConfigureHttpClientDefaults(http => Put(Resilient(http), step))),
            ["by hand"] = static (options, step) => ByHand(options, Chain(step)),
            ["by hand, over a handler of the user's"] = static (options, step) => ByHand(options, Chain(step, new OwnHandler())),
        };

    private static BuiltClient Added(EsmsOptions options, Action<IServiceCollection, IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        var http = services.AddEsms(account =>
        {
            (account.ApiKey, account.SecretKey, account.BaseAddress) = (options.ApiKey, options.SecretKey, options.BaseAddress);
            (account.MaxTries, account.RetryDelay) = (options.MaxTries, options.RetryDelay);
        });
        configure(services, http);
        var provider = services.BuildServiceProvider();
        return new BuiltClient(provider.GetRequiredService<EsmsClient>(), provider);
    }

    private static BuiltClient ByHand(EsmsOptions options, HttpMessageHandler handler) =>
        new(new EsmsClient(new EsmsConnection(options, handler)), handler);

    private static IHttpClientBuilder Put(IHttpClientBuilder http, Step? step) =>
        step is null ? http : http.AddHttpMessageHandler(() => new StepHandler(step));

    private static HttpMessageHandler Chain(Step? step, HttpMessageHandler? last = null)
    {
        last ??= new SocketsHttpHandler { UseProxy = false };
        return step is null ? last : new StepHandler(step) { InnerHandler = last };
    }

    /// <summary>As an application has it, but with pauses that a test can wait for, and a circuit that stays closed.</summary>
    private static IHttpClientBuilder Resilient(IHttpClientBuilder http)
    {
        http.AddStandardResilienceHandler(static options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxRetryAttempts = 2;
            options.CircuitBreaker.MinimumThroughput = int.MaxValue;
        });
        return http;
    }

    /// <summary>
    /// A handler of a class that nobody knows, which follows redirects and repeats. One that derives from HttpClientHandler is refused, which other
    /// tests see.
    /// </summary>
    private sealed class OwnHandler : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _sender = new(new HttpClientHandler());

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await _sender.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await _sender.SendAsync(request, cancellationToken);
            }
        }

        protected override void Dispose(bool disposing)
        {
            _sender.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Filter(Step? step) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
            builder =>
            {
                next(builder);
                builder.PrimaryHandler = new HttpClientHandler { UseProxy = false };
                if (step is not null)
                    builder.AdditionalHandlers.Add(new StepHandler(step));
            };
    }
}
