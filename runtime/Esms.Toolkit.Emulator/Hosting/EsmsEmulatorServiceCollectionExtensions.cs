using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Emulator;

/// <summary>Lets an application that is tested call an emulator in place of eSMS.</summary>
public static class EsmsEmulatorServiceCollectionExtensions
{
    /// <summary>
    /// Starts an <see cref="EsmsEmulator"/> in the process, and leads every account of <c>AddEsms</c> to it, unnamed and named, whether it is added
    /// before this call or after it: each gets an account of its own name, with keys of the emulator. Callbacks come back into the application, whatever
    /// host their address names: into its TestServer, or over HTTP to where it listens. The emulator stops with the services.
    /// </summary>
    /// <param name="services">The services of the application; in a WebApplicationFactory those of ConfigureServices or ConfigureTestServices.</param>
    /// <param name="configure">Sets the options; null takes the defaults.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection UseEsmsEmulator(this IServiceCollection services, Action<EsmsEmulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<EsmsEmulatorOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton<HostCallbackHandler>();
        services.TryAddSingleton(Start);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<EsmsOptions>, EmulatedAccounts>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EsmsOptions>, EmulatedAccounts>());
        return services;
    }

    /// <summary>A service container cannot wait otherwise; the start of a server on the loopback interface does not wait for anything either.</summary>
    private static EsmsEmulator Start(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EsmsEmulatorOptions>>().Value;
        if (provider.GetService<IServiceProviderIsService>()?.IsService(typeof(IServer)) == true)
            options.Callbacks.Handler ??= provider.GetRequiredService<HostCallbackHandler>();
#pragma warning disable CA2000 // The container disposes of it.
        return EsmsEmulator.StartAsync(options, provider.GetService<ILogger<EmulatorEngine>>(), CancellationToken.None).GetAwaiter().GetResult();
#pragma warning restore CA2000
    }
}
