using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Esms.Receiving;

/// <summary>
/// Makes the contexts of requests, and takes token and query out of those of eSMS before. This is the only place that comes before the
/// framework logs and traces the address of a request, whose query has phone numbers and one-time passwords in it.
/// </summary>
internal sealed class PrivateContextFactory(IServiceProvider services, CallbackTokens tokens) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _factory = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        tokens.Hide(featureCollection);
        return _factory.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _factory.Dispose(httpContext);
}
