using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Esms.Receiving;

/// <summary>
/// Looks at the endpoints of the application when it starts: what is wrong with a pattern would come to light with the first call otherwise,
/// which is lost then.
/// </summary>
/// <param name="endpoints">All endpoints.</param>
/// <param name="policies">What the framework chooses by, of several endpoints whose patterns fit.</param>
internal sealed class CallbackRoutes(EndpointDataSource endpoints, IEnumerable<MatcherPolicy> policies)
{
    /// <summary>But for what two endpoints are compared in below, and for ours, which helps the receiver only.</summary>
    private readonly MatcherPolicy[] _policies =
    [
        .. policies.Where(static policy => policy is not (HttpMethodMatcherPolicy or HostMatcherPolicy or CallbackMatcherPolicy)),
    ];

    /// <exception cref="ArgumentException">No call can come in at a pattern.</exception>
    /// <exception cref="InvalidOperationException">Two endpoints have one address.</exception>
    public void Check()
    {
        // Asking for the endpoints makes them, and that checks the pattern of each.
        var all = endpoints.Endpoints.OfType<RouteEndpoint>().ToList();
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Metadata.GetMetadata<CallbackMetadata>() is null)
                continue;
            if (all.Where((other, j) => IsComparedFrom(i, j, other) && AreAmbiguous(all[i], other)).FirstOrDefault() is { } other)
                throw new InvalidOperationException(
                    $"'{all[i].DisplayName}' and '{other.DisplayName}' have one address, '{all[i].RoutePattern.RawText}', so that neither would be called. Give each a path or a host of its own."
                );
        }
    }

    /// <summary>Each pair once.</summary>
    private static bool IsComparedFrom(int i, int j, RouteEndpoint other) =>
        j > i || (j < i && other.Metadata.GetMetadata<CallbackMetadata>() is null);

    private bool AreAmbiguous(RouteEndpoint one, RouteEndpoint other)
    {
        if (one.Order != other.Order || !HaveOneMethod(one, other) || !HaveSameHosts(one, other))
            return false;
        return CallbackPattern.AreAlike(one.RoutePattern, other.RoutePattern) && !_policies.Any(policy => MayChoose(policy, [one, other]));
    }

    /// <summary>An endpoint for every method steps back behind those that name theirs.</summary>
    private static bool HaveOneMethod(RouteEndpoint one, RouteEndpoint other) =>
        one.Metadata.GetMetadata<IHttpMethodMetadata>() is { } ours
        && other.Metadata.GetMetadata<IHttpMethodMetadata>() is { } theirs
        && ours.HttpMethods.Intersect(theirs.HttpMethods, StringComparer.OrdinalIgnoreCase).Any();

    private static bool HaveSameHosts(RouteEndpoint one, RouteEndpoint other) =>
        HostsOf(one).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(HostsOf(other));

    private static IReadOnlyList<string> HostsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHostMetadata>()?.Hosts ?? [];

    private static bool MayChoose(MatcherPolicy policy, IReadOnlyList<Endpoint> endpoints) =>
        policy switch
        {
            IEndpointSelectorPolicy selector => selector.AppliesToEndpoints(endpoints),
            INodeBuilderPolicy builder => builder.AppliesToEndpoints(endpoints),
            _ => false,
        };
}
