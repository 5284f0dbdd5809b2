using System.Diagnostics;
using Esms.Tests.Receiving.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Receiving;

/// <summary>A handler may outlive the request, so it has nothing of it but its trace.</summary>
public sealed class HandlerContextTests
{
    [Fact]
    public async Task A_handler_finds_no_context_of_the_request_and_the_request_keeps_it()
    {
        HttpContext? seen = null,
            kept = null;
        var flows = new AsyncLocal<string?>();
        var flowed = "nothing yet";
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        ActivityTraceId? ofRequest = null,
            ofHandler = null;
        await using var receiver = await Receiver.StartAsync(
            app =>
            {
                app.Use(
                    async (context, next) =>
                    {
                        flows.Value = "of the request";
                        ofRequest = Activity.Current?.TraceId;
                        await next(context);
                        kept = context.RequestServices.GetRequiredService<IHttpContextAccessor>().HttpContext;
                    }
                );
                app.MapEsmsDeliveryCallback(
                    "/esms/{token}",
                    (_, services, _) =>
                    {
                        seen = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
                        flowed = flows.Value;
                        ofHandler = Activity.Current?.TraceId;
                        return Task.CompletedTask;
                    }
                );
            },
            addServices: static services => services.AddHttpContextAccessor()
        );

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1")).Status);

        Assert.Null(seen);
        Assert.Null(flowed);
        Assert.NotNull(kept);
        Assert.NotNull(ofRequest);
        Assert.Equal(ofRequest, ofHandler);
    }
}
