using Esms.Tests.Receiving.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Rewrite;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Receiving;

/// <summary>Redirects come before the endpoint in every template, and eSMS may not follow them.</summary>
public sealed class RedirectionTests
{
    private const string Path = $"/esms/{Receiver.Token}/delivery";

    private const string Phone = "0901888484";

    public static TheoryData<string> Redirects => [.. Applications.Keys];

    private static Dictionary<string, Action<WebApplication>> Applications { get; } =
        new(StringComparer.Ordinal)
        {
            ["as in the templates"] = static app => app.UseHttpsRedirection(),
            ["before the routing"] = static app => app.UseHttpsRedirection().UseRouting(),
            ["by rules"] = static app => app.UseRewriter(new RewriteOptions().AddRedirectToHttpsPermanent()).UseRouting(),
            ["behind the routing"] = static app => app.UseRouting().UseHttpsRedirection(),
            ["below a prefix"] = static app => app.UsePathBase("/gateway").UseHttpsRedirection().UseRouting(),
            ["of what a proxy says"] = static app => app.UseForwardedHeaders().UseHttpsRedirection().UseRouting(),
        };

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_call_that_is_redirected_to_https_is_answered_where_it_arrives(string redirect)
    {
        var deliveries = new Deliveries();
        await using var receiver = await StartAsync(Applications[redirect], deliveries);
        var path = redirect == "below a prefix" ? $"/gateway{Path}" : Path;

        using var answer = await receiver.CallAsync($"SMSID=1&phonenumber={Phone}", path, ("X-Forwarded-Proto", "http"));
        Assert.Equal(200, (await receiver.PostAsync("SMSID=2", path: path)).Status);
        using var other = await receiver.CallAsync("SMSID=3", "/other");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(["1", "2"], deliveries.Ids);
        Assert.Equal("https", other.Headers.Location?.Scheme);
        Assert.Single(receiver.Logs.Lines, static line => line.Contains("app.UseForwardedHeaders()", StringComparison.Ordinal));
        AssertNothingPrivateIn(receiver);
    }

    [Fact]
    public async Task A_call_that_a_proxy_took_by_https_is_no_reason_for_a_warning()
    {
        var deliveries = new Deliveries();
        await using var receiver = await StartAsync(Applications["of what a proxy says"], deliveries);

        using var answer = await receiver.CallAsync("SMSID=1", Path, ("X-Forwarded-Proto", "https"));

        Assert.Equal((200, "1"), ((int)answer.StatusCode, Assert.Single(deliveries.Ids)));
        Assert.DoesNotContain(receiver.Logs.Lines, static line => line.Contains("UseForwardedHeaders", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://shop.vn{0}", "https://shop.vn/esms/{0}/delivery?SMSID=1&phonenumber=0901888484")]
    [InlineData("{0}/", "/esms/{0}/delivery/?SMSID=1&phonenumber=0901888484")]
    [InlineData("/moved{0}?from=here", "/moved/esms/{0}/delivery?from=here&SMSID=1&phonenumber=0901888484")]
    [InlineData("/maintenance", "/maintenance")]
    public async Task Another_redirect_is_whole_and_is_logged_once(string target, string location)
    {
        var deliveries = new Deliveries();
        await using var receiver = await StartAsync(
            app =>
                app.Use(
                        (HttpContext context, RequestDelegate _) =>
                        {
                            (context.Response.StatusCode, context.Response.Headers.Location) = (
                                307,
                                string.Format(null, target, context.Request.Path)
                            );
                            return Task.CompletedTask;
                        }
                    )
                    .UseRouting(),
            deliveries
        );

        using var answer = await receiver.CallAsync($"SMSID=1&phonenumber={Phone}", Path);
        using var again = await receiver.CallAsync($"SMSID=1&phonenumber={Phone}", Path);

        Assert.Equal((307, string.Format(null, location, Receiver.Token)), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(answer.Headers.Location, again.Headers.Location);
        Assert.Empty(deliveries.Ids);
        Assert.Single(receiver.Logs.Lines, static line => line.Contains("was redirected with HTTP status 307", StringComparison.Ordinal));
        AssertNothingPrivateIn(receiver);
    }

    /// <summary>Some applications want their addresses in one letter case.</summary>
    [Fact]
    public async Task What_stands_in_for_the_token_has_small_letters_and_is_found_in_capitals()
    {
        var deliveries = new Deliveries();
        var seen = new List<string>();
        await using var receiver = await StartAsync(
            app =>
                app.Use(
                        (HttpContext context, RequestDelegate _) =>
                        {
                            seen.Add(context.Request.Path.Value!);
                            context.Response.Redirect(context.Request.Path.Value!.ToUpperInvariant(), permanent: true);
                            return Task.CompletedTask;
                        }
                    )
                    .UseRouting(),
            deliveries
        );

        using var answer = await receiver.CallAsync("SMSID=1", Path);

        Assert.All(seen, static path => Assert.DoesNotContain(path[path.IndexOf("***", StringComparison.Ordinal)..], char.IsAsciiLetterUpper));
        Assert.Equal($"/ESMS/{Receiver.Token}/DELIVERY?SMSID=1", answer.Headers.Location?.OriginalString);
    }

    private static void AssertNothingPrivateIn(Receiver receiver) =>
        Assert.DoesNotContain(
            receiver.Logs.Lines,
            static line => line.Contains(Receiver.Token, StringComparison.Ordinal) || line.Contains(Phone, StringComparison.Ordinal)
        );

    private static Task<Receiver> StartAsync(Action<WebApplication> use, Deliveries deliveries) =>
        Receiver.StartAsync(
            app =>
            {
                app.UseHttpLogging();
                use(app);
                app.MapEsmsDeliveryCallback("/esms/{token}/delivery", deliveries.KeepAsync);
            },
            addServices: static services =>
            {
                services.AddHttpsRedirection(static options => options.HttpsPort = 5001);
                services.Configure<ForwardedHeadersOptions>(static options => options.ForwardedHeaders = ForwardedHeaders.XForwardedProto);
                services.AddHttpLogging(static options =>
                {
                    options.LoggingFields = Microsoft.AspNetCore.HttpLogging.HttpLoggingFields.All;
                    options.ResponseHeaders.Add("Location");
                });
            }
        );
}
