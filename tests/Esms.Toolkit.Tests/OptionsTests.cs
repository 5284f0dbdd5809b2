using Esms.Tests.Server;

namespace Esms.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<EsmsOptions>> Mistakes => new()
    {
        { "EsmsOptions.ApiKey", static options => options.ApiKey = "" },
        { "EsmsOptions.ApiKey", static options => options.ApiKey = null! },
        { "EsmsOptions.SecretKey", static options => options.SecretKey = " " },
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

    [Theory]
    [InlineData("https://proxy.example.vn/esms")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://[::1]:5000/")]
    public void Https_anywhere_and_http_on_this_machine_are_allowed(string address)
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "key", SecretKey = "secret", BaseAddress = new Uri(address) });

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
}
