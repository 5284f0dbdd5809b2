using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Receiving;

/// <summary>Puts the receiver before all middleware of the application, and checks its routes when that is complete.</summary>
internal sealed class CallbackStartup(ILogger<CallbackInbox> logger) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(next => new CallbackRedirection(next, logger).InvokeAsync);
            next(app);
            if (app.ApplicationServices.GetService<EndpointDataSource>() is { } endpoints)
                new CallbackRoutes(endpoints, app.ApplicationServices.GetServices<MatcherPolicy>()).Check();
        };
}
