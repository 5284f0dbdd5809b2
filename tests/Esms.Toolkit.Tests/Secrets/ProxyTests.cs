using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Esms.Tests.Sending;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Secrets;

/// <summary>Proxies, and the certificates of a client.</summary>
public sealed class ProxyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Login => $"{Uri.EscapeDataString(Canaries.ProxyUser)}:{Uri.EscapeDataString(Canaries.ProxyPassword)}";

    public static TheoryData<string, int, int> Refusals =>
        new()
        {
            { "407", 407, 1 },
            { "403", 403, 1 },
            { "502", 502, 2 },
            { "503", 503, 2 },
        };

    /// <summary>A refusal that comes again is not asked for again: some proxies lock a login after a few tries.</summary>
    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_proxy_that_refuses_is_named_with_its_status_and_nothing_was_sent(string answer, int status, int tries)
    {
        await using var proxy = new RawPeer(ProxyAnswers.All[answer]);
        using var esms = new EsmsClient(Through(AddressOf(proxy, string.Empty)));

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Single(proxy.Received);
        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation));

        Assert.StartsWith(
            $"SendZaloTemplateBulk: the proxy refused the connection with HTTP status {status}: check EsmsOptions.Proxy, or ",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(EsmsTransportError.Connection, failure.Error);
        Assert.Equal(1 + tries, proxy.Received.Count);
    }

    /// <summary>Such as one for resilience, which logs what it sees.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_of_the_application_sees_no_password_of_a_proxy(bool isSocks)
    {
        await using var http = new RawPeer(ProxyAnswers.All["407"]);
        await using var socks = new SocksProxy();
        Exception? seen = null;
        var services = new ServiceCollection();
        services
            .AddEsms(options =>
            {
                (options.ApiKey, options.SecretKey, options.MaxTries) = (Canaries.ApiKey, Canaries.SecretKey, 1);
                options.Proxy = new WebProxy(isSocks ? $"socks5://{Login}@127.0.0.1:{socks.Port}" : AddressOf(http, $"{Login}@"));
            })
            .AddHttpMessageHandler(() => new Watching(exception => seen = exception));
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<EsmsTransportException>(() =>
            provider.GetRequiredService<EsmsClient>().Messages.GetSendStatusAsync("1", Cancellation)
        );

        Assert.IsType<HttpRequestException>(seen);
        Canaries.AssertNoneIn(ExceptionText.Of(seen));
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_a_connection_error()
    {
        using var esms = new EsmsClient(Through($"http://{Login}@127.0.0.1:1"));

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation));

        Assert.Equal(EsmsTransportError.Connection, failure.Error);
        Canaries.AssertNoneIn(ExceptionText.Of(failure));
    }

    public static TheoryData<string> Ways =>
        ["address", "credentials", "configuration", "configured credentials", "SocketsHttpHandler", "HttpClientHandler"];

    /// <summary>And the certificate of the client is shown to the server at the other end.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_call_goes_through_a_proxy_with_a_login_and_shows_a_certificate(string way)
    {
        using var certificate = CertificateTests.SelfSigned();
        await using var server = await StartAsync(certificate);
        await using var proxy = new TunnelProxy(new Uri(server.Urls.Single()).Port);
        var services = new ServiceCollection();
        var address = new Uri($"http://127.0.0.1:{proxy.Port}");
        var withLogin = new Uri($"http://{Login}@127.0.0.1:{proxy.Port}");
        var credentials = new NetworkCredential(Canaries.ProxyUser, Canaries.ProxyPassword);
        var http = services.AddEsms(ConfigurationOf(way, address, withLogin));
        services.Configure<EsmsOptions>(options =>
        {
            options.BaseAddress = new Uri("https://esms.test");
            options.ClientCertificates = [certificate];
            options.Proxy =
                way == "address" ? new WebProxy(withLogin)
                : way == "credentials" ? new WebProxy(address) { Credentials = credentials }
                : options.Proxy;
        });
        Trust(http, way, new WebProxy(withLogin));
        await using var provider = services.BuildServiceProvider();

        var status = await provider.GetRequiredService<EsmsClient>().Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal(Answers.SmsId, status.SmsId);
        Assert.All(
            proxy.Logins,
            login => Assert.Equal($"{Canaries.ProxyUser}:{Canaries.ProxyPassword}", Encoding.UTF8.GetString(Convert.FromBase64String(login)))
        );
        Assert.NotEmpty(proxy.Logins);
    }

    [Theory]
    [InlineData("http://proxy.test:8080/path", null, null)]
    [InlineData("ftp://canary%40proxy-user:x@proxy.test", null, null)]
    [InlineData("proxy.test:8080", null, null)]
    [InlineData("http://canary%40proxy-user:x@proxy.test:99999", null, null)]
    [InlineData(null, "ftp://proxy.test", null)]
    [InlineData(null, null, "canary@proxy-user")]
    public void A_wrong_proxy_in_a_configuration_is_named_and_not_shown(string? value, string? address, string? userName)
    {
        var services = new ServiceCollection();
        services.AddEsms(
            Configuration(
                ("ApiKey", "key"),
                ("SecretKey", "secret"),
                ("Proxy", value),
                ("Proxy:Address", address),
                ("Proxy:UserName", userName),
                ("Proxy:Password", Canaries.ProxyPassword)
            )
        );
        using var provider = services.BuildServiceProvider();

        var exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<EsmsClient>());

        Assert.Contains("EsmsOptions: Proxy", exception.Message, StringComparison.Ordinal);
        Canaries.AssertNoneIn(exception.ToString());
    }

    private sealed class Watching(Action<Exception> watch) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception exception)
            {
                watch(exception);
                throw;
            }
        }
    }

    private static EsmsOptions Through(string proxy) =>
        new()
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            Proxy = new WebProxy(new Uri(proxy)),
            MaxTries = 2,
            RetryDelay = TimeSpan.Zero,
        };

    private static string AddressOf(RawPeer proxy, string login) => $"http://{login}127.0.0.1:{proxy.Options.BaseAddress!.Port}";

    private static IConfiguration ConfigurationOf(string way, Uri address, Uri withLogin) =>
        Configuration(
            ("ApiKey", Canaries.ApiKey),
            ("SecretKey", Canaries.SecretKey),
            ("Proxy", way == "configuration" ? withLogin.OriginalString : null),
            ("Proxy:Address", way == "configured credentials" ? address.OriginalString : null),
            ("Proxy:UserName", way == "configured credentials" ? Canaries.ProxyUser : null),
            ("Proxy:Password", way == "configured credentials" ? Canaries.ProxyPassword : null)
        );

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Where(static setting => setting.Value is not null).Select(static setting => KeyValuePair.Create(setting.Key, setting.Value))
            )
            .Build();

    /// <summary>Nobody vouches for the certificate of the test's server.</summary>
    private static void Trust(IHttpClientBuilder http, string way, WebProxy proxy)
    {
        if (way == "HttpClientHandler")
            http.ConfigurePrimaryHttpMessageHandler(() =>
                new HttpClientHandler
                {
                    Proxy = proxy,
                    ServerCertificateCustomValidationCallback = static (request, _, _, _) => request.RequestUri!.AbsoluteUri == "https://esms.test/",
                }
            );
        else
            http.ConfigurePrimaryHttpMessageHandler(
                (handler, _) =>
                {
                    var sockets = (SocketsHttpHandler)handler;
                    sockets.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null;
                    if (way == "SocketsHttpHandler")
                        sockets.Proxy = proxy;
                }
            );
    }

    private static async Task<WebApplication> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                    listen.UseHttps(https =>
                    {
                        https.ServerCertificate = certificate;
                        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                        https.AllowAnyClientCertificate();
                    })
            )
        );
        var app = builder.Build();
        app.Run(static context => context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Answers.Finished)).AsTask());
        await app.StartAsync(Cancellation);
        return app;
    }
}
