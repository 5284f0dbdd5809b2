using Esms.Receiving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Puts the receiver of the calls of eSMS into a service collection.</summary>
public static class EsmsCallbackServiceCollectionExtensions
{
    /// <summary>
    /// Adds what receives the calls of eSMS; <see cref="EsmsCallbackEndpoints"/> gives it addresses. The options are checked when the
    /// application starts.
    /// </summary>
    /// <remarks>
    /// It also makes the application's <see cref="IHttpContextFactory"/>, which takes token and query out of the calls of eSMS before anything
    /// can log them, and puts a middleware before all others, which gets these calls through redirects. Other requests are not touched.
    /// </remarks>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The collection.</returns>
    public static IServiceCollection AddEsmsCallbacks(this IServiceCollection services, Action<EsmsCallbackOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<EsmsCallbackOptions>().Configure(configure);
        return Add(services);
    }

    /// <summary>Adds what receives the calls of eSMS, with its options from a section of the configuration.</summary>
    /// <param name="services">The collection.</param>
    /// <param name="section">The section, with the properties of <see cref="EsmsCallbackOptions"/> as keys.</param>
    /// <returns>The collection.</returns>
    public static IServiceCollection AddEsmsCallbacks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<EsmsCallbackOptions>().Bind(section);
        return Add(services);
    }

    private static IServiceCollection Add(IServiceCollection services)
    {
        services.AddOptions<EsmsCallbackOptions>().ValidateOnStart();
        // Called twice, as libraries do, it configures twice and adds once.
        if (services.Any(static service => service.ServiceType == typeof(CallbackInbox)))
            return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<EsmsCallbackOptions>, CallbackOptionsValidator>();
        services.AddSingleton<CallbackTokens>();
        services.AddSingleton<CallbackTries>();
        services.AddSingleton<CallbackInbox>();
        services.AddSingleton<IHttpContextFactory, PrivateContextFactory>();
        services.AddSingleton<MatcherPolicy, CallbackMatcherPolicy>();
        services.AddSingleton<IStartupFilter, CallbackStartup>();
        services.AddHostedService<CallbackShutdown>();
        return services;
    }
}
