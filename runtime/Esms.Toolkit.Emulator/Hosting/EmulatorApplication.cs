using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Emulator;

/// <summary>What the server of an emulator hands its requests to.</summary>
internal sealed class EmulatorApplication(RequestDelegate pipeline, IServiceProvider services) : IHttpApplication<HttpContext>
{
    private readonly IHttpContextFactory _contexts = services.GetRequiredService<IHttpContextFactory>();

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => _contexts.Create(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => pipeline(context);

    public void DisposeContext(HttpContext context, Exception? exception) => _contexts.Dispose(context);
}
