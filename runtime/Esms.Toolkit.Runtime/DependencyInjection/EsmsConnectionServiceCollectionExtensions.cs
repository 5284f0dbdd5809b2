using Esms.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Puts connections to eSMS into a service collection.</summary>
public static class EsmsConnectionServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="EsmsConnection"/>. Its requests go through <see cref="IHttpClientFactory"/>, so handlers (circuit breakers, test
    /// doubles, …) can be put on the builder that is returned. The options are checked when the application starts.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="name">
    /// The name of the account; its connection is a keyed service under that name. Null is the one account of an application that has no
    /// need for names.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client under the connection.</returns>
    public static IHttpClientBuilder AddEsmsConnection(this IServiceCollection services, string? name, Action<EsmsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, options => options.Configure(configure));
    }

    /// <summary>Adds an <see cref="EsmsConnection"/> with its options from a section of the configuration.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="name">The name of the account, or null; see the other overload.</param>
    /// <param name="section">The section, with the properties of <see cref="EsmsOptions"/> as keys.</param>
    /// <returns>The builder of the HTTP client under the connection.</returns>
    public static IHttpClientBuilder AddEsmsConnection(this IServiceCollection services, string? name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, options => options.Bind(section));
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? name, Action<OptionsBuilder<EsmsOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var optionsName = name ?? Options.DefaultName;
        var httpName = name is null ? "Esms" : $"Esms:{name}";
        configure(services.AddOptions<EsmsOptions>(optionsName));
        services.AddOptions<EsmsOptions>(optionsName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EsmsOptions>>(new EsmsOptionsValidator(optionsName));
        if (name is null)
            services.AddSingleton(provider => Open(provider, optionsName, httpName));
        else
            services.AddKeyedSingleton(name, (provider, _) => Open(provider, optionsName, httpName));
        services.PostConfigure<HttpClientFactoryOptions>(httpName, static options => options.HttpMessageHandlerBuilderActions.Add(WatchWire));
        return services
            .AddHttpClient(httpName)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                EsmsHandlers.Create(provider.GetRequiredService<IOptionsMonitor<EsmsOptions>>().Get(optionsName))
            )
            // The handler renews its own connections, so it need not be renewed itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's loggers write addresses, and in an address of eSMS there are keys.
            .RemoveAllLoggers();
    }

    /// <summary>
    /// The last action, so that a primary handler of the caller's is watched too, before anybody uses it. The connection does the same once more,
    /// because filters come after all actions.
    /// </summary>
    private static void WatchWire(HttpMessageHandlerBuilder builder) => builder.PrimaryHandler = WireHandler.PutUnder(builder.PrimaryHandler);

    private static EsmsConnection Open(IServiceProvider provider, string optionsName, string httpName) =>
        new(
            provider.GetRequiredService<IOptionsMonitor<EsmsOptions>>().Get(optionsName),
            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpName)
        );
}
