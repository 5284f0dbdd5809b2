using System.Collections.Concurrent;
using Esms.Tests.Receiving.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Esms.Tests.Receiving;

/// <summary>A pattern works, or the application does not start: the first call is no time to find out.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("/esms/{token}", "/esms/{0}")]
    [InlineData("/esms/{Token}/delivery", "/esms/{0}/delivery")]
    [InlineData("/esms/{token}/delivery", "/ESMS/{0}/Delivery/")]
    [InlineData("/cb-{token}", "/cb-{0}")]
    [InlineData("/{token}.aspx", "/{0}.aspx")]
    [InlineData("/esms/{token?}", "/esms/{0}")]
    [InlineData("/esms/{token=none}", "/esms/{0}")]
    [InlineData("/esms/{**token}", "/esms/{0}")]
    [InlineData("/esms/{*token}", "/esms/{0}")]
    [InlineData("/v{version:int}/{shop}/{token}", "/v2/hanoi/{0}")]
    [InlineData("/esms/{token}/{**rest}", "/esms/{0}/a/b")]
    public async Task A_call_with_the_right_token_is_handled_and_one_with_a_wrong_one_is_not(string pattern, string path)
    {
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.StartAsync(app => app.MapEsmsDeliveryCallback(pattern, deliveries.KeepAsync));
        var right = string.Format(null, path, Receiver.Token);

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1&phonenumber=0901888484", right)).Status);
        Assert.Equal(404, (await receiver.GetAsync("SMSID=2", string.Format(null, path, $"{Receiver.Token}x"))).Status);
        Assert.Equal(404, (await receiver.GetAsync("SMSID=3", string.Format(null, path, Receiver.Token[..^1]))).Status);

        Assert.Equal(["1"], deliveries.Ids);
        Assert.DoesNotContain(
            receiver.Logs.Lines,
            static line => line.Contains($"{Receiver.Token}?", StringComparison.Ordinal) || line.Contains("0901888484", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_right_token_at_a_place_that_is_not_its_own_is_hidden_and_finds_nothing()
    {
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.StartAsync(app => app.MapEsmsDeliveryCallback("/esms/{token}/{shop}", deliveries.KeepAsync));

        Assert.Equal(404, (await receiver.GetAsync("SMSID=1&phonenumber=0901888484", $"/esms/x/{Receiver.Token}")).Status);
        Assert.Equal(404, (await receiver.GetAsync("SMSID=1&phonenumber=0901888484", $"/other/cb-{Receiver.Token}/{Receiver.Token}.x")).Status);

        Assert.Empty(deliveries.Ids);
        Assert.DoesNotContain(
            receiver.Logs.Lines,
            static line => line.Contains(Receiver.Token, StringComparison.Ordinal) || line.Contains("0901888484", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/esms", "needs {token}")]
    [InlineData("/esms/token", "needs {token}")]
    [InlineData("/esms/{tokens}", "needs {token}")]
    [InlineData("/esms/{token:length(43)}", "has a constraint on {token}")]
    [InlineData("/esms/{token:minlength(32)}/delivery", "has a constraint on {token}")]
    [InlineData("/esms/{token:regex(^[[a-z]]+$)}", "has a constraint on {token}")]
    [InlineData("/esms/{token:unheard-of}", "has a constraint on {token}")]
    public async Task A_pattern_at_which_no_call_can_come_in_stops_the_start(string pattern, string problem)
    {
        var alone = await Assert.ThrowsAnyAsync<ArgumentException>(() => Receiver.StartAsync(app => Map(app, pattern)));
        var inGroup = await Assert.ThrowsAnyAsync<ArgumentException>(() => Receiver.StartAsync(app => Map(app.MapGroup("/api"), pattern)));
        var asPrefix = await Assert.ThrowsAnyAsync<ArgumentException>(() => Receiver.StartAsync(app => Map(app.MapGroup(pattern), "/delivery")));

        Assert.Contains($"'{pattern}' {problem}", alone.Message, StringComparison.Ordinal);
        Assert.Contains($"'/api{pattern}' {problem}", inGroup.Message, StringComparison.Ordinal);
        Assert.Contains($"'{pattern}/delivery' {problem}", asPrefix.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_may_be_in_the_prefix_of_a_group()
    {
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.StartAsync(app =>
            app.MapGroup("/x")
                .MapGroup("/{token}")
                .MapEsmsDeliveryCallback("/delivery", deliveries.KeepAsync)
                .WithName("delivery")
                .RequireHost("127.0.0.1")
        );

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1", $"/x/{Receiver.Token}/delivery")).Status);
        Assert.Equal(404, (await receiver.GetAsync("SMSID=2", "/x/wrong/delivery")).Status);

        Assert.Equal(["1"], deliveries.Ids);
    }

    [Theory]
    [InlineData("/one/esms/{0}", "/two/esms/{0}")]
    [InlineData("/shops/hanoi/{0}", "/shops/hue/{0}")]
    public async Task Two_addresses_of_one_pattern_do_not_take_calls_from_each_other(string one, string two)
    {
        var handled = new ConcurrentQueue<string>();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            app.MapGroup("/one").MapEsmsDeliveryCallback("/esms/{token}", (_, _) => KeepAsync("one"));
            app.MapGroup("/two").MapEsmsDeliveryCallback("/esms/{token}", (_, _) => KeepAsync("two"));
            app.MapGroup("/shops/{shop}").MapEsmsDeliveryCallback("{token}", (_, _) => KeepAsync("shop"));
        });

        for (var call = 0; call < 2; call++)
        {
            Assert.Equal(200, (await receiver.GetAsync(Published.Viber, string.Format(null, one, Receiver.Token))).Status);
            Assert.Equal(200, (await receiver.GetAsync(Published.Viber, string.Format(null, two, Receiver.Token))).Status);
        }

        Assert.Equal(2, handled.Count);

        Task KeepAsync(string name)
        {
            handled.Enqueue(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task One_address_on_two_hosts_is_two()
    {
        Deliveries one = new(),
            two = new();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            app.MapEsmsDeliveryCallback("/esms/{token}", one.KeepAsync).RequireHost("one.vn");
            app.MapEsmsDeliveryCallback("/esms/{token}", two.KeepAsync).RequireHost("two.vn");
        });

        foreach (var host in new[] { "one.vn", "two.vn" })
        {
            using var answer = await receiver.CallAsync(Published.Viber, headers: ("Host", host));
            Assert.Equal(200, (int)answer.StatusCode);
        }

        Assert.Equal((1, 1), (one.Received.Count, two.Received.Count));
    }

    public static TheoryData<string> Before => [.. Shadows.Keys];

    private static Dictionary<string, Action<WebApplication>> Shadows { get; } =
        new(StringComparer.Ordinal)
        {
            ["a constraint"] = static app => app.MapGet("/esms/{x:minlength(3)}/delivery", static () => "mine"),
            ["an order"] = static app => app.Map("/esms/{x}/delivery", static () => "mine").WithOrder(-1),
            ["everything, first"] = static app => app.MapGet("/{**all}", static () => "mine").WithOrder(-1),
            ["two constraints"] = static app => app.MapGet("/esms/{x:required}/{y:alpha}", static () => "mine"),
            ["a fallback"] = static app => app.MapFallback(static () => "mine"),
        };

    [Theory]
    [MemberData(nameof(Before))]
    public async Task A_call_with_the_right_token_comes_to_the_receiver_before_other_endpoints(string which)
    {
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            app.MapEsmsDeliveryCallback("/esms/{token}/delivery", deliveries.KeepAsync);
            Shadows[which](app);
        });

        var right = await receiver.GetAsync("SMSID=1", $"/esms/{Receiver.Token}/delivery");
        var other = await receiver.GetAsync("SMSID=2", "/esms/other/delivery");

        Assert.Equal((200, "1"), (right.Status, Assert.Single(deliveries.Ids)));
        Assert.Equal(which == "a fallback" ? 404 : 200, other.Status);
    }

    public static TheoryData<string> Twice => [.. Doubles.Keys];

    private static Dictionary<string, Action<WebApplication>> Doubles { get; } =
        new(StringComparer.Ordinal)
        {
            ["two accounts"] = static app =>
            {
                Map(app, "/esms/{token}");
                Map(app, "/esms/{token}");
            },
            ["two kinds"] = static app =>
            {
                Map(app, "/esms/{token}");
                app.MapEsmsVoiceCallback("/ESMS/{Token}/", static (_, _) => Task.CompletedTask);
            },
            ["two groups"] = static app =>
            {
                Map(app.MapGroup("/a"), "/{token}/{shop}");
                Map(app.MapGroup("/a/{token}"), "{place}");
            },
            ["an endpoint of the application"] = static app =>
            {
                app.MapGet("/esms/{id}", static () => "mine");
                Map(app, "/esms/{token}");
            },
        };

    [Theory]
    [MemberData(nameof(Twice))]
    public async Task Two_endpoints_with_one_address_stop_the_start(string which)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver.StartAsync(Doubles[which]));

        Assert.Contains("have one address", exception.Message, StringComparison.Ordinal);
    }

#pragma warning disable ASP0022 // Other methods, constraints and orders: the framework chooses.
    [Fact]
    public async Task Endpoints_that_the_framework_can_choose_from_are_let_be()
    {
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            app.MapPut("/esms/{id}", static () => "put");
            app.MapGet("/esms/page", static () => "page");
            app.MapGet("/esms/{id:int}", static () => "number");
            app.Map("/esms/{any}", static () => "any");
            app.MapFallback(static () => "fallback");
            app.MapEsmsDeliveryCallback("/esms/{token}", deliveries.KeepAsync);
        });

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1")).Status);
        Assert.Equal("page", (await receiver.GetAsync(string.Empty, "/esms/page")).Body);
        Assert.Equal("number", (await receiver.GetAsync(string.Empty, "/esms/5")).Body);
        Assert.Equal(404, (await receiver.GetAsync(string.Empty, "/esms/wrong")).Status);

        Assert.Equal(["1"], deliveries.Ids);
    }

#pragma warning restore ASP0022

    [Fact]
    public async Task A_startup_class_is_checked_too()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            Receiver.StartAsync(static app =>
                app.Map("/branch", static branch => branch.UseRouting().UseEndpoints(static endpoints => Map(endpoints.MapGroup("/x"), "/y")))
            )
        );

        Assert.Contains("'/x/y' needs {token}", exception.Message, StringComparison.Ordinal);
    }

    private static void Map(IEndpointRouteBuilder endpoints, string pattern) =>
        endpoints.MapEsmsDeliveryCallback(pattern, static (_, _) => Task.CompletedTask);
}
