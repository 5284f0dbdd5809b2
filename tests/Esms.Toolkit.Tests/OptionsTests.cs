using System.Net;
using System.Text.Json;
using Esms.Tests.Server;

namespace Esms.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<EsmsOptions>> Mistakes =>
        new()
        {
            { "EsmsOptions.ApiKey", static options => options.ApiKey = "" },
            { "EsmsOptions.ApiKey", static options => options.ApiKey = null! },
            { "EsmsOptions.SecretKey", static options => options.SecretKey = " " },
            { "EsmsOptions.SecretKey", static options => options.SecretKey += "\n" },
            { "EsmsOptions.ApiKey", static options => options.ApiKey = $" {options.ApiKey}" },
            { "EsmsOptions.BaseAddress", static options => options.BaseAddress = new Uri("http://rest.esms.vn") },
            { "EsmsOptions.BaseAddress", static options => options.BaseAddress = new Uri("http://192.168.1.1/") },
            { "EsmsOptions.BaseAddress", static options => options.BaseAddress = new Uri("ftp://127.0.0.1/") },
            { "EsmsOptions.BaseAddress", static options => options.BaseAddress = new Uri("/relative", UriKind.Relative) },
            { "EsmsOptions.BaseAddress", static options => options.BaseAddress = new Uri("https://user:password@rest.esms.vn") },
            { "EsmsOptions.BaseAddress", static options => options.BaseAddress = new Uri("https://rest.esms.vn/?a=b") },
            { "EsmsOptions.Timeout", static options => options.Timeout = TimeSpan.Zero },
            { "EsmsOptions.Timeout", static options => options.Timeout = TimeSpan.FromDays(2) },
            { "EsmsOptions.TryTimeout", static options => options.TryTimeout = TimeSpan.Zero },
            { "EsmsOptions.MaxTries", static options => options.MaxTries = 0 },
            { "EsmsOptions.MaxTries", static options => options.MaxTries = 21 },
            { "EsmsOptions.RetryDelay", static options => options.RetryDelay = TimeSpan.FromMilliseconds(-1) },
            { "EsmsOptions.ConnectTimeout", static options => options.ConnectTimeout = TimeSpan.FromSeconds(-1) },
            { "EsmsOptions.Proxy", static options => options.Proxy = new WebProxy($"ftp://{Uri.EscapeDataString(Canaries.ProxyUser)}:x@proxy.test") },
            { "EsmsOptions.Proxy", static options => options.Proxy = new WebProxy("http://proxy.test/path") },
            { "EsmsOptions.MaxResponseBytes", static options => options.MaxResponseBytes = 0 },
        };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_wrong_option_is_named_and_its_value_is_not_shown(string setting, Action<EsmsOptions> mistake)
    {
        var options = new EsmsOptions { ApiKey = Canaries.ApiKey, SecretKey = Canaries.SecretKey };
        mistake(options);

        var exception = Assert.Throws<ArgumentException>(() => new EsmsClient(options));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
        Canaries.AssertNoneIn(exception.ToString());
    }

    [Fact]
    public void Keys_have_no_default()
    {
        Assert.Contains(
            "EsmsOptions.ApiKey",
            Assert.Throws<ArgumentException>(() => new EsmsClient(new EsmsOptions { SecretKey = "secret" })).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "EsmsOptions.SecretKey",
            Assert.Throws<ArgumentException>(() => new EsmsClient(new EsmsOptions { ApiKey = "key" })).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => new EsmsConnection(null!)).ParamName);
    }

    [Fact]
    public void A_log_that_takes_options_apart_has_no_secret()
    {
        var options = new EsmsOptions
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            Proxy = new WebProxy($"http://{Uri.EscapeDataString(Canaries.ProxyUser)}:x@proxy.test"),
        };

        Canaries.AssertNoneIn(JsonSerializer.Serialize(options));
    }

    [Fact]
    public void The_ends_of_each_range_are_allowed()
    {
        var day = TimeSpan.FromDays(1);
        var most = new EsmsOptions
        {
            ApiKey = "key",
            SecretKey = "secret",
            Timeout = day,
            TryTimeout = day,
            ConnectTimeout = day,
            RetryDelay = day,
            MaxTries = 20,
        };
        var least = new EsmsOptions
        {
            ApiKey = "key",
            SecretKey = "secret",
            RetryDelay = TimeSpan.Zero,
            MaxTries = 1,
            MaxResponseBytes = 1,
        };
        using var esms = new EsmsClient(most);
        using var other = new EsmsClient(least);

        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => esms.With(null!)).ParamName);
    }

    [Fact]
    public void A_handler_of_the_callers_outlives_the_connection()
    {
        using var handler = new DisposableHandler();

        new EsmsConnection(new EsmsOptions { ApiKey = "key", SecretKey = "secret" }, handler).Dispose();

        Assert.False(handler.IsDisposed);
    }

    [Theory]
    [InlineData("https://proxy.example.vn/esms")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://[::1]:5000/")]
    public void Https_anywhere_and_http_on_this_machine_are_allowed(string address)
    {
        using var esms = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = "key",
                SecretKey = "secret",
                BaseAddress = new Uri(address),
            }
        );

        Assert.NotNull(esms.Messages);
    }

    [Fact]
    public void Nothing_shows_the_keys_when_it_is_made_text()
    {
        var options = new EsmsOptions { ApiKey = Canaries.ApiKey, SecretKey = Canaries.SecretKey };
        using var esms = new EsmsClient(options);

        Canaries.AssertNoneIn($"{options} {esms} {esms.Connection} {esms.Messages}");
    }

    [Fact]
    public async Task Options_are_copied()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var options = server.Options;
        using var esms = new EsmsClient(options);
        options.ApiKey = "changed";

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, TestContext.Current.CancellationToken);

        Assert.Equal(Canaries.ApiKey, Assert.Single(server.Received).Query["ApiKey"]);
    }

    private sealed class DisposableHandler : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
