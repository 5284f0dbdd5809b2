using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Esms.Tests.Server;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Target">Path and query, not decoded.</param>
/// <param name="Query">The parameters, decoded by the server.</param>
/// <param name="ContentType">What the body calls itself; null without a body.</param>
/// <param name="Body">The body as text; empty without one.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Query, string? ContentType, string Body)
{
    public bool HasCookie { get; private init; }

    public static async Task<ReceivedRequest> OfAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        return new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Query.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString()),
            context.Request.ContentType,
            await body.ReadToEndAsync(context.RequestAborted)
        )
        {
            HasCookie = context.Request.Cookies.Count > 0,
        };
    }
}
