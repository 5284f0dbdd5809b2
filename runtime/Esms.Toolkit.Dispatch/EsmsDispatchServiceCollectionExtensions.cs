using Esms.Dispatching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Extension methods that add an outbox to a service collection.</summary>
public static class EsmsDispatchServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="IEsmsDispatcher"/>, and a worker that sends while the application runs. Choose the backend on the returned builder. The
    /// account is one that was added with <c>AddEsms</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder on which to choose the backend.</returns>
    /// <exception cref="InvalidOperationException">The method was called before.</exception>
    public static EsmsDispatchBuilder AddEsmsDispatch(this IServiceCollection services, Action<EsmsDispatchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(OutboxSender)))
            throw new InvalidOperationException(
                $"{nameof(AddEsmsDispatch)} was called before: an application has one outbox, for one account. Send the messages of another account "
                    + "from another process, or call eSMS directly."
            );
        var builder = new EsmsDispatchBuilder(services);
        services.AddOptions<EsmsDispatchOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => new SteadyClock(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IValidateOptions<EsmsDispatchOptions>>(new DispatchOptionsValidator());
        // Resolved lazily, once the builder is fully configured.
        services.AddSingleton(_ => new Operations(builder.Endpoints));
        services.AddSingleton(static provider => new OutboxSender(
            ConnectionOf(provider),
            provider.GetRequiredService<Operations>(),
            provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value,
            provider.GetRequiredService<SteadyClock>(),
            provider.GetRequiredService<ILogger<OutboxSender>>()
        ));
        return builder;
    }

    private static EsmsConnection ConnectionOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value.Account is { } account
            ? provider.GetRequiredKeyedService<EsmsConnection>(account)
            : provider.GetRequiredService<EsmsConnection>();
}
