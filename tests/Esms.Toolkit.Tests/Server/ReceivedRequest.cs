using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Esms.Tests.Server;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Target">Path and query, not decoded.</param>
/// <param name="Query">The parameters, decoded by the server.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Query)
{
    public static ReceivedRequest Of(HttpContext context) => new(
        context.Request.Method,
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        context.Request.Query.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString()));
}
