using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.DependencyInjection;

internal static class ServiceHelpers
{
    /// <summary>Adds a client of a test's server.</summary>
    public static IHttpClientBuilder AddServer(this IServiceCollection services, LoopbackServer server) =>
        services.AddEsms(options =>
        {
            options.ApiKey = server.Options.ApiKey;
            options.SecretKey = server.Options.SecretKey;
            options.BaseAddress = server.Options.BaseAddress;
        });

    /// <summary>Adds a client with all of these options.</summary>
    public static IHttpClientBuilder AddServer(this IServiceCollection services, EsmsOptions options) =>
        services.AddEsms(account =>
        {
            foreach (var property in typeof(EsmsOptions).GetProperties())
                property.SetValue(account, property.GetValue(options));
        });
}
