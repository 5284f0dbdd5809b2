using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Esms.Emulator;

/// <summary>Endpoints of the emulator that stand behind those of the application around it.</summary>
internal static class EndpointOrder
{
    public static IEndpointConventionBuilder WithOrder(this IEndpointConventionBuilder builder, int order)
    {
        builder.Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = order);
        return builder;
    }
}
