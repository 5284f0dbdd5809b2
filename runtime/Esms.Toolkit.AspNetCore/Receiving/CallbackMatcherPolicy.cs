using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Esms.Receiving;

/// <summary>
/// Gives a call with a right token to the receiver, whatever other endpoints of the application fit its address: one with a constraint, or with an order of its
/// own, would come before. All other requests are matched as if this was not there.
/// </summary>
internal sealed class CallbackMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Behind those that look at hosts and methods.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Count > 1 && endpoints.Any(IsCallback);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (httpContext.Features.Get<HiddenAddress>() is not { } hidden)
            return Task.CompletedTask;
        var places = Enumerable.Range(0, candidates.Count).Where(candidates.IsValidCandidate).ToLookup(place => IsFor(hidden, candidates[place]));
        if (places[true].Any())
        {
            foreach (var place in places[false])
                candidates.SetValidity(place, false);
        }
        return Task.CompletedTask;
    }

    private static bool IsFor(HiddenAddress hidden, CandidateState candidate) =>
        IsCallback(candidate.Endpoint) && hidden.IsToken(candidate.Values?[CallbackPattern.TokenParameter]);

    private static bool IsCallback(Endpoint endpoint) => endpoint.Metadata.GetMetadata<CallbackMetadata>() is not null;
}
