using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Emulator;

/// <summary>Puts the emulator into an application of somebody else, such as the TestServer of a test.</summary>
public static class EmulatorHosting
{
    /// <summary>Adds the emulator; <see cref="MapEsmsEmulator"/> serves it.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEsmsEmulator(this IServiceCollection services, EsmsEmulatorOptions? options = null)
    {
        services.AddSingleton(provider => new EmulatorEngine(options ?? new EsmsEmulatorOptions(), provider.GetService<ILogger<EmulatorEngine>>()));
        return services.AddHostedService<EmulatorPump>();
    }

    /// <summary>
    /// Serves all operations, the inbox page at /, and the administration under /_emulator. Other endpoints of the application go first. Page and
    /// administration answer this machine only; no cache of the application keeps an answer.
    /// </summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="prefix">A path in front of all; none by default.</param>
    /// <returns>To add conventions to the endpoint of the operations.</returns>
    public static IEndpointConventionBuilder MapEsmsEmulator(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var engine = endpoints.ServiceProvider.GetRequiredService<EmulatorEngine>();
        var access = new EmulatorAccess(engine.Options.AllowedHosts);
        var group = endpoints.MapGroup(prefix).CacheOutput(static policy => policy.NoCache());
        InboxPage.Map(group, access);
        new AdminEndpoints(engine, access).Map(group.MapGroup("/_emulator"));
        return group
            .Map("/{**path}", access.ForOperations(context => engine.Handler.HandleAsync(context, PathOf(context, prefix))))
            .WithOrder(int.MaxValue);
    }

    private static string PathOf(HttpContext context, string prefix) =>
        context.Request.Path.Value is { } path && path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? path[prefix.Length..] : "/";
}
