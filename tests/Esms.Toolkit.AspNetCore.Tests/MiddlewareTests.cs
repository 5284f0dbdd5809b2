using System.Threading.RateLimiting;
using Esms.Tests.Receiving.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Receiving;

/// <summary>What the middleware of an application does to other requests must not cost a call of eSMS, which is not repeated.</summary>
public sealed class MiddlewareTests
{
    private const string Path = $"/esms/{Receiver.Token}/delivery";

    public static TheoryData<string> Names => [.. Applications.Keys];

    /// <summary>What each does to another endpoint beside, so that it is known to be at work.</summary>
    private static Dictionary<string, (Action<WebApplication> Use, int OtherStatus)> Applications { get; } =
        new(StringComparer.Ordinal)
        {
            ["fallback policy"] = (static app => app.UseAuthentication().UseAuthorization(), 302),
            ["rate limit"] = (static app => app.UseRateLimiter(), 429),
            ["time limit"] = (static app => app.UseRequestTimeouts(), 504),
            ["antiforgery"] = (static app => app.UseAntiforgery(), 200),
            ["compression and HSTS"] = (static app => app.UseHsts().UseResponseCompression(), 200),
            ["CORS"] = (static app => app.UseCors(static policy => policy.WithOrigins("https://shop.vn")), 200),
            ["all of a template"] = (
                static app =>
                    app.UseExceptionHandler("/error")
                        .UseHsts()
                        .UseHttpsRedirection()
                        .UseStaticFiles()
                        .UseRouting()
                        .UseRateLimiter()
                        .UseRequestTimeouts()
                        .UseCors()
                        .UseAuthentication()
                        .UseAuthorization()
                        .UseAntiforgery()
                        .UseResponseCaching()
                        .UseOutputCache(),
                307
            ),
        };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_call_reaches_its_handler(string name)
    {
        var deliveries = new Deliveries();
        var (use, otherStatus) = Applications[name];
        await using var receiver = await StartAsync(
            app =>
            {
                use(app);
                app.MapMethods("/other", ["GET", "POST"], SlowAsync);
                app.MapEsmsDeliveryCallback("/esms/{token}/delivery", deliveries.KeepAsync);
                var shut = app.MapGroup("/shut");
                shut.RequireAuthorization().RequireCors("none").RequireRateLimiting("none").WithRequestTimeout(TimeSpan.FromMilliseconds(1));
                shut.MapEsmsDeliveryCallback("/esms/{token}/delivery", deliveries.KeepAsync);
            },
            needsUser: name is "fallback policy" or "all of a template"
        );

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1", Path)).Status);
        Assert.Equal(200, (await receiver.PostAsync("SMSID=2", path: Path)).Status);
        Assert.Equal(otherStatus, (await receiver.GetAsync(string.Empty, "/other")).Status);
        if (name == "all of a template")
            Assert.Equal(200, (await receiver.GetAsync("SMSID=3", $"/shut{Path}")).Status);

        Assert.Equal(name == "all of a template" ? ["1", "2", "3"] : ["1", "2"], deliveries.Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_time_limit_does_not_end_the_wait_for_the_handler(bool isBeforeRouting)
    {
        await using var receiver = await StartAsync(app =>
        {
            _ = isBeforeRouting ? app.UseRequestTimeouts().UseRouting() : app.UseRouting().UseRequestTimeouts();
            app.MapEsmsDeliveryCallback("/esms/{token}/delivery", static (_, end) => Task.Delay(1500, end));
        });

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1", Path)).Status);
    }

    [Fact]
    public async Task An_endpoint_may_skip_all_middleware()
    {
        var deliveries = new Deliveries();
        await using var receiver = await StartAsync(app =>
        {
            app.UseHttpsRedirection();
            app.MapEsmsDeliveryCallback("/esms/{token}/delivery", deliveries.KeepAsync).ShortCircuit();
        });

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1", Path)).Status);

        Assert.Equal(["1"], deliveries.Ids);
        Assert.DoesNotContain(receiver.Logs.Lines, static line => line.Contains("UseHttpsRedirection", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("redirects")]
    [InlineData("repeats")]
    [InlineData("writes")]
    public async Task The_status_of_a_call_that_failed_is_not_replaced_by_a_page(string pages)
    {
        await using var receiver = await StartAsync(app =>
        {
            _ = pages switch
            {
                "redirects" => app.UseStatusCodePagesWithRedirects("/error/{0}"),
                "repeats" => app.UseStatusCodePagesWithReExecute("/error/{0}"),
                _ => app.UseStatusCodePages(),
            };
            app.UseRouting();
            app.MapGet("/error/{code}", static () => "a page");
            app.MapEsmsDeliveryCallback("/esms/{token}/delivery", static (_, _) => throw new InvalidOperationException("always"));
        });

        Assert.Equal(new Answer(503, string.Empty, null), await receiver.GetAsync("SMSID=1", Path));
    }

    [Fact]
    public async Task A_call_that_middleware_ended_is_not_answered_as_handled()
    {
        var gate = new Gate();
        using var end = new CancellationTokenSource();
        await using var receiver = await StartAsync(app =>
        {
            app.Use(
                (context, next) =>
                {
                    context.RequestAborted = end.Token;
                    return next(context);
                }
            );
            app.MapEsmsDeliveryCallback("/esms/{token}/delivery", gate.HandleAsync);
        });

        var call = receiver.GetAsync("SMSID=1", Path);
        await gate.EnteredAsync();
        await end.CancelAsync();

        Assert.Equal(503, (await call).Status);
        Assert.Equal(0, gate.Handled);
        gate.Open();
    }

    /// <summary>Long enough for the time limit.</summary>
    private static async Task SlowAsync(HttpContext context) =>
        await Task.Delay(context.Features.Get<IHttpRequestTimeoutFeature>() is null ? 0 : 30_000, context.RequestAborted);

    private static Task<Receiver> StartAsync(Action<WebApplication> map, bool needsUser = false) =>
        Receiver.StartAsync(
            map,
            static options => options.GiveUpAfter = TimeSpan.FromSeconds(3),
            services =>
            {
                // Where there are these services, the framework puts their middleware into the pipeline by itself.
                if (needsUser)
                    services.AddAuthentication("cookie").AddCookie("cookie");
                if (needsUser)
                    services.AddAuthorization(static options =>
                        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()
                    );
                services.AddCors(static options => options.AddPolicy("none", static policy => policy.WithOrigins("https://shop.vn")));
                services.AddRateLimiter(static options =>
                {
                    options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                    options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(static _ =>
                        RateLimitPartition.Get("all", static _ => new Nothing())
                    );
                    options.AddPolicy("none", static _ => RateLimitPartition.Get("none", static _ => new Nothing()));
                });
                services.AddRequestTimeouts(static options =>
                    options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromMilliseconds(500) }
                );
                services.AddAntiforgery();
                services.AddResponseCompression();
                services.AddResponseCaching();
                services.AddOutputCache(static options => options.AddBasePolicy(static policy => policy.Expire(TimeSpan.FromSeconds(30))));
                services.AddHttpsRedirection(static options => options.HttpsPort = 5001);
                services.AddHsts(static options => options.ExcludedHosts.Clear());
            }
        );

    /// <summary>A rate limiter that lets nothing pass.</summary>
    private sealed class Nothing : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Refusal();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(new Refusal());
    }

    private sealed class Refusal : RateLimitLease
    {
        public override bool IsAcquired => false;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
