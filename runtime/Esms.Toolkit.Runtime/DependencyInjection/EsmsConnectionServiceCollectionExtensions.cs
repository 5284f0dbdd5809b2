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
    /// Adds an <see cref="EsmsConnection"/>. Its requests go through handlers of <see cref="IHttpClientFactory"/>, so handlers (circuit breakers, test doubles, …)
    /// can be put on the builder that is returned; settings of an <see cref="HttpClient"/> cannot. The options are checked when the application starts, and keys,
    /// time limits and tries are followed when they change.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="name">
    /// The name of the account; its connection is a keyed service under that name. Null is the one account of an application that has no
    /// need for names.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the HTTP client under the connection.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
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
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static IHttpClientBuilder AddEsmsConnection(this IServiceCollection services, string? name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IOptionsChangeTokenSource<EsmsOptions>>(
            new ConfigurationChangeTokenSource<EsmsOptions>(name ?? Options.DefaultName, section)
        );
        return Add(services, name, options => options.Configure(account => EsmsOptionsReader.Read(section, account)));
    }

    /// <summary>Whoever adds the same account twice, as two libraries may, has one, with the options of both in their order.</summary>
    private static IHttpClientBuilder Add(IServiceCollection services, string? name, Action<OptionsBuilder<EsmsOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (name?.Length == 0)
            throw new ArgumentException("The name of an account must not be empty. Pass null for the account without a name.", nameof(name));
        var optionsName = name ?? Options.DefaultName;
        var httpName = name is null ? "Esms" : $"Esms:{name}";
        configure(services.AddOptions<EsmsOptions>(optionsName));
        var isNew = !services.Any(service => service.ServiceType == typeof(EsmsConnection) && Equals(service.ServiceKey, name));
        if (isNew)
            AddAccount(services, name, optionsName, httpName);
        return services.AddHttpClient(httpName);
    }

    private static void AddAccount(IServiceCollection services, string? name, string optionsName, string httpName)
    {
        services.AddOptions<EsmsOptions>(optionsName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EsmsOptions>>(provider => new EsmsOptionsValidator(optionsName, provider));
        services.AddOptions<HttpClientFactoryOptions>(httpName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpClientFactoryOptions>>(provider => new HttpClientSettingsValidator(httpName, provider));
        var account = new EsmsAccount(optionsName, httpName);
        if (name is null)
            services.AddSingleton(account.Open);
        else
            services.AddKeyedSingleton(name, (provider, _) => account.Open(provider));
        services.PostConfigure<HttpClientFactoryOptions>(httpName, static options => options.HttpMessageHandlerBuilderActions.Add(WatchWire));
        services
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
}
