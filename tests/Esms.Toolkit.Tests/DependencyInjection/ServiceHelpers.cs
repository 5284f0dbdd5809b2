using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.DependencyInjection;

internal static class ServiceHelpers
{
    /// <summary>Adds a client of a test's server.</summary>
    public static IHttpClientBuilder AddServer(this IServiceCollection services, LoopbackServer server) => services.AddEsms(options =>
    {
        options.ApiKey = server.Options.ApiKey;
        options.SecretKey = server.Options.SecretKey;
        options.BaseAddress = server.Options.BaseAddress;
    });
}
