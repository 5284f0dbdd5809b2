using System.Collections.Concurrent;
using Esms.Tests.Receiving.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Receiving;

/// <summary>A call that a cache answers never reaches its handler, whatever the cache goes by.</summary>
public sealed class CachingTests
{
    private const string Path = $"/esms/{Receiver.Token}/delivery";

    public static TheoryData<string> Caches => [.. Applications.Keys];

    private static Dictionary<string, Action<WebApplication, Deliveries>> Applications { get; } =
        new(StringComparer.Ordinal)
        {
            ["for all that is routed"] = static (app, deliveries) =>
            {
                app.UseOutputCache();
                Map(app, deliveries);
            },
            ["before the routing"] = static (app, deliveries) =>
            {
                app.UseOutputCache();
                app.UseRouting();
                Map(app, deliveries);
            },
            ["by a policy of the group"] = static (app, deliveries) =>
            {
                app.UseOutputCache();
                Map(app.MapGroup(string.Empty).CacheOutput("named"), deliveries);
            },
            ["by an attribute of the group"] = static (app, deliveries) =>
            {
                app.UseOutputCache();
                Map(app.MapGroup(string.Empty).WithMetadata(new OutputCacheAttribute { Duration = 30, VaryByQueryKeys = [] }), deliveries);
            },
            ["by a policy of the endpoint"] = static (app, deliveries) =>
            {
                app.UseOutputCache();
                Map(app, deliveries).CacheOutput("named").WithMetadata(new OutputCacheAttribute { Duration = 30 });
            },
            ["of responses that others make public"] = static (app, deliveries) =>
            {
                app.UseResponseCaching();
                app.Use(MakePublic);
                Map(app, deliveries);
            },
            ["of responses, before the routing"] = static (app, deliveries) =>
            {
                app.UseResponseCaching();
                app.Use(MakePublic);
                app.UseRouting();
                Map(app, deliveries);
            },
            ["of the application's own"] = static (app, deliveries) =>
            {
                app.Use(ByAddress());
                app.UseRouting();
                Map(app, deliveries);
            },
        };

    [Theory]
    [MemberData(nameof(Caches))]
    public async Task Every_call_is_handled_beside_a_cache(string cache)
    {
        var deliveries = new Deliveries();
        await using var receiver = await StartAsync(app => Applications[cache](app, deliveries));

        foreach (var id in new[] { "a1", "a2", "a1", "a3" })
            Assert.Equal(200, (await receiver.GetAsync($"SMSID={id}", Path)).Status);
        var more = Enumerable.Range(0, 8).Select(static id => $"b{id}").ToList();
        Assert.All(await Task.WhenAll(more.Select(id => receiver.GetAsync($"SMSID={id}", Path))), static answer => Assert.Equal(200, answer.Status));

        Assert.Equal(["a1", "a2", "a3", .. more], deliveries.Ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Path, "SMSID=1", 200)]
    [InlineData(Path, "SMSID=", 400)]
    [InlineData("/esms/wrong/delivery", "SMSID=1", 404)]
    public async Task Every_answer_forbids_to_keep_it(string path, string query, int status)
    {
        await using var receiver = await StartAsync(static app => Map(app, new Deliveries()));

        using var answer = await receiver.CallAsync(query, path);

        Assert.Equal((status, "no-store"), ((int)answer.StatusCode, answer.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task Other_endpoints_are_cached_as_before()
    {
        var made = 0;
        await using var receiver = await StartAsync(app =>
        {
            app.UseOutputCache();
            app.MapGet("/page", () => $"{Interlocked.Increment(ref made)}");
            Map(app, new Deliveries());
        });

        Assert.Equal(("1", "1"), ((await receiver.GetAsync("a=1", "/page")).Body, (await receiver.GetAsync("a=1", "/page")).Body));
    }

    private static IEndpointConventionBuilder Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints, Deliveries deliveries) =>
        endpoints.MapEsmsDeliveryCallback("/esms/{token}/delivery", deliveries.KeepAsync);

    private static Task<Receiver> StartAsync(Action<WebApplication> map) =>
        Receiver.StartAsync(
            map,
            addServices: static services =>
            {
                services.AddResponseCaching();
                services.AddOutputCache(static options =>
                {
                    options.AddBasePolicy(static policy => policy.Expire(TimeSpan.FromSeconds(30)).SetVaryByQuery([]));
                    options.AddPolicy("named", static policy => policy.Expire(TimeSpan.FromSeconds(30)).SetVaryByQuery([]));
                });
            }
        );

    /// <summary>An answer without a body has not gone out when the endpoint is done, so this has the last word on the header.</summary>
    private static async Task MakePublic(HttpContext context, RequestDelegate next)
    {
        await next(context);
        context.Response.Headers.CacheControl = "public, max-age=30";
    }

    /// <summary>The simplest cache there is.</summary>
    private static Func<HttpContext, RequestDelegate, Task> ByAddress()
    {
        var statuses = new ConcurrentDictionary<string, int>();
        return async (context, next) =>
        {
            var address = $"{context.Request.Path}{context.Request.QueryString}";
            if (statuses.TryGetValue(address, out var status))
            {
                context.Response.StatusCode = status;
                return;
            }
            await next(context);
            statuses[address] = context.Response.StatusCode;
        };
    }
}
