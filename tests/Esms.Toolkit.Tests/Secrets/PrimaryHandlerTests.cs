using System.Net;
using Esms.Tests.DependencyInjection;
using Esms.Tests.Sending;
using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Secrets;

/// <summary>Handlers of the caller's that talk to the network. What they tell is in CanaryTests.</summary>
public sealed class PrimaryHandlerTests
{
    private static readonly int[] Statuses = [301, 302, 303, 307, 308];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Redirects =>
        [
            .. PrimaryHandlers.OfServices.Keys.SelectMany(static name =>
                Statuses.Where(static status => status is 301 or 307).Select(status => (name, status))
            ),
        ];

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task No_primary_handler_of_services_follows_a_redirect_or_keeps_a_cookie(string handler, int status)
    {
        await using var elsewhere = await LoopbackServer.AnsweringAsync(Answers.Finished);
        await using var server = await RedirectingAsync(elsewhere, status);
        var services = new ServiceCollection();
        PrimaryHandlers.OfServices[handler](services.AddServer(server));
        await using var provider = services.BuildServiceProvider();

        await AssertNotFollowedAsync(provider.GetRequiredService<EsmsClient>(), server, elsewhere, status);
    }

    public static TheoryData<string, int> RedirectsByHand =>
        [.. PrimaryHandlers.ByHand.Keys.SelectMany(static name => Statuses.Select(status => (name, status)))];

    [Theory]
    [MemberData(nameof(RedirectsByHand))]
    public async Task No_primary_handler_by_hand_follows_a_redirect_or_keeps_a_cookie(string handler, int status)
    {
        await using var elsewhere = await LoopbackServer.AnsweringAsync(Answers.Finished);
        await using var server = await RedirectingAsync(elsewhere, status);
        using var primary = PrimaryHandlers.ByHand[handler]();
        using var connection = new EsmsConnection(server.Options, primary);
        using var esms = new EsmsClient(connection);

        await AssertNotFollowedAsync(esms, server, elsewhere, status);
    }

    /// <summary>The keys have gone to the other address then, which cannot be prevented; so there is a warning.</summary>
    [Fact]
    public async Task The_answer_of_a_redirect_that_an_unknown_handler_followed_is_not_believed()
    {
        await using var elsewhere = await LoopbackServer.AnsweringAsync(Answers.Finished);
        await using var server = await RedirectingAsync(elsewhere, 307);
        using var handler = new Unknown();
        using var connection = new EsmsConnection(server.Options, handler);
        using var esms = new EsmsClient(connection.With(new() { MaxTries = 1 }));

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));

        Assert.Contains("followed a redirect", failure.InnerException?.Message, StringComparison.Ordinal);
        Canaries.AssertNoneIn(ExceptionText.Of(failure));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("http://127.0.0.1:1", false)]
    public async Task A_handler_of_an_unknown_class_is_warned_of_unless_the_service_is_on_this_machine(string? baseAddress, bool isWarnedOf)
    {
        using var lines = new LogLines();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(lines));
        services
            .AddEsms(options =>
            {
                (options.ApiKey, options.SecretKey) = (Canaries.ApiKey, Canaries.SecretKey);
                options.BaseAddress = baseAddress is null ? null : new Uri(baseAddress);
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new Unknown());
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<EsmsClient>();

        Assert.Equal(isWarnedOf ? 1 : 0, lines.OfEsms.Count());
        Assert.All(
            lines.OfEsms,
            static line => Assert.StartsWith("Esms Warning: The HTTP client Esms sends through a Unknown, ", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_class_derived_from_HttpClientHandler_is_refused_with_what_to_use()
    {
        using var handler = new Derived();
        var services = new ServiceCollection();
        services.AddEsms(static options => options.ApiKey = options.SecretKey = "key").ConfigurePrimaryHttpMessageHandler(static () => new Derived());
        using var provider = services.BuildServiceProvider();

        var byHand = Assert.Throws<ArgumentException>(() => new EsmsConnection(Options(), handler));
        var ofServices = Assert.Throws<NotSupportedException>(() => provider.GetRequiredService<EsmsClient>());

        Assert.Equal("handler", byHand.ParamName);
        Assert.All(
            [byHand.Message, ofServices.Message],
            static message =>
            {
                Assert.StartsWith("Derived derives from HttpClientHandler", message, StringComparison.Ordinal);
                Assert.Contains("Use a SocketsHttpHandler", message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Automatic_client_certificates_are_refused_with_what_to_use()
    {
        using var handler = new HttpClientHandler { ClientCertificateOptions = ClientCertificateOption.Automatic };

        var exception = Assert.Throws<ArgumentException>(() => new EsmsConnection(Options(), handler));

        Assert.Contains("set EsmsOptions.ClientCertificates", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_an_unknown_handler_cannot_be_given_are_refused()
    {
        using var handler = new Unknown();
        var options = Options();
        options.Proxy = new WebProxy("http://proxy.test");

        Assert.Contains(
            "EsmsOptions.Proxy and ClientCertificates cannot be given to Unknown",
            Assert.Throws<ArgumentException>(() => new EsmsConnection(options, handler)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_handler_that_is_in_use_elsewhere_is_refused()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler);
        await http.GetStringAsync(server.Options.BaseAddress, Cancellation);

        var exception = Assert.Throws<ArgumentException>(() => new EsmsConnection(server.Options, handler));

        Assert.StartsWith(
            "SocketsHttpHandler cannot be set up for eSMS, because it is in use already. Give the connection a handler of its own.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_accounts_can_share_a_handler(bool isToEsms)
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var handler = new ToServer(server.Options.BaseAddress!) { InnerHandler = new SocketsHttpHandler() };
        for (var account = 0; account < 2; account++)
        {
            var options = server.Options;
            options.BaseAddress = isToEsms ? null : options.BaseAddress;
            using var connection = new EsmsConnection(options, handler);
            using var esms = new EsmsClient(connection);

            await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);
        }

        Assert.Equal(2, server.Received.Count);
    }

    /// <summary>eSMS looks at none of these headers; a server of one's own in front of it may.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("https://rest.esms.vn", false)]
    [InlineData("https://REST.eSMS.vn.:443/", false)]
    [InlineData("https://gateway.test", true)]
    public async Task What_handlers_for_all_clients_know_of_users_does_not_go_to_eSMS(string? baseAddress, bool arrives)
    {
        HttpRequestMessage? sent = null;
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static all =>
            all.AddHttpMessageHandler(static () => new Propagating())
                .ConfigureHttpClient(static client => client.DefaultRequestHeaders.Add("Cookie", "session=default"))
        );
        services
            .AddEsms(options =>
            {
                options.ApiKey = options.SecretKey = "key";
                options.BaseAddress = baseAddress is null ? null : new Uri(baseAddress);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new Unknown(request => sent = request));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<EsmsClient>().Messages.GetSendStatusAsync("1", Cancellation);

        Assert.True(sent!.Headers.Contains("X-Correlation-Id"));
        Assert.Equal(arrives, sent.Headers.Contains("Cookie"));
        Assert.Equal(arrives, sent.Headers.Contains("Authorization"));
        Assert.DoesNotContain("session=default", sent.Headers.ToString(), StringComparison.Ordinal);

        await Record.ExceptionAsync(() => provider.GetRequiredService<EsmsClient>().Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Equal((HttpMethod.Post.Method, arrives), (sent.Method.Method, sent.Content!.Headers.Contains("Cookie")));
    }

    private static EsmsOptions Options() => new() { ApiKey = Canaries.ApiKey, SecretKey = Canaries.SecretKey };

    private static Task<LoopbackServer> RedirectingAsync(LoopbackServer elsewhere, int status) =>
        LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"{elsewhere.Options.BaseAddress}stolen{context.Request.Path}{context.Request.QueryString}";
            context.Response.Headers.SetCookie = "session=1; Path=/";
            return Task.CompletedTask;
        });

    private static async Task AssertNotFollowedAsync(EsmsClient esms, LoopbackServer server, LoopbackServer elsewhere, int status)
    {
        var read = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Account.GetBrandnamesAsync(Cancellation));
        var send = await Assert.ThrowsAsync<EsmsTransportException>(() =>
            esms.Sms.SendCustomerCareAsync(
                new()
                {
                    Phone = "0901888484",
                    Content = "x",
                    Brandname = "Shop",
                },
                Cancellation
            )
        );

        Assert.Equal((status, status), ((int)read.StatusCode!, (int)send.StatusCode!));
        Assert.Equal(2, server.Received.Count);
        Assert.All(server.Received, static request => Assert.False(request.HasCookie));
        Assert.Empty(elsewhere.Received);
    }

    private sealed class Derived : HttpClientHandler;

    /// <summary>Sends by itself, so nobody knows what it does: it follows redirects.</summary>
    private sealed class Unknown(Action<HttpRequestMessage>? answers = null) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (answers is null)
                return _inner.SendAsync(request, cancellationToken);
            answers(request);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Answers.Finished) });
        }

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class ToServer(Uri server) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Propagating : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("Cookie", "session=1");
            request.Content?.Headers.TryAddWithoutValidation("Cookie", "session=2");
            request.Headers.Add("Authorization", "Bearer of-a-user");
            request.Headers.Add("X-Correlation-Id", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
