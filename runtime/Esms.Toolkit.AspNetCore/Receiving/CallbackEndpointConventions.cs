using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;

namespace Esms.Receiving;

/// <summary>
/// Keeps from an endpoint what the middleware of the application would do to its calls: answer them from a cache, or refuse or end them. The
/// service repeats hardly any call, so each of these would lose a report.
/// </summary>
internal static class CallbackEndpointConventions
{
    public static IEndpointConventionBuilder AsCallback(this IEndpointConventionBuilder endpoint)
    {
        endpoint.AllowAnonymous().DisableRateLimiting().DisableRequestTimeout().DisableAntiforgery();
        // At the end, when the endpoint has all that its groups gave it.
        endpoint.Finally(static builder =>
        {
            CallbackPattern.Check(((RouteEndpointBuilder)builder).RoutePattern);
            NeverCache(builder.Metadata);
            builder.Metadata.Add(CallbackMetadata.Instance);
        });
        return endpoint;
    }

    /// <summary>An attribute would go before a policy, and the last one of each counts, so those that are there go.</summary>
    private static void NeverCache(IList<object> metadata)
    {
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            if (metadata[i] is IOutputCachePolicy or OutputCacheAttribute)
                metadata.RemoveAt(i);
        }
        metadata.Add(NeverCachedPolicy.Instance);
    }
}
