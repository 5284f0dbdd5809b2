using Esms.Tests.Secrets;
using Esms.Tests.Server;

namespace Esms.Cli.Tests;

/// <summary>The proxy of the machine, as .NET finds it in the environment of a process.</summary>
public sealed class ProxyTests
{
    private static readonly string[] Variables =
    [
        "HTTPS_PROXY",
        "https_proxy",
        "HTTP_PROXY",
        "http_proxy",
        "ALL_PROXY",
        "all_proxy",
        "NO_PROXY",
        "no_proxy",
    ];

    [Theory]
    [InlineData("HTTPS_PROXY", "407", 407)]
    [InlineData("https_proxy", "502", 502)]
    [InlineData("ALL_PROXY", "403", 403)]
    [InlineData("all_proxy", "407 with the login as reason", 407)]
    public async Task A_proxy_that_refuses_is_told_with_its_status_and_without_its_password(string variable, string answer, int status)
    {
        await using var proxy = new RawPeer(ProxyAnswers.All[answer]);
        var login = $"{Uri.EscapeDataString(Canaries.ProxyUser)}:{Uri.EscapeDataString(Canaries.ProxyPassword)}";
        var address = $"http://{login}@127.0.0.1:{proxy.Options.BaseAddress!.Port}";

        var result = (
            await EsmsProcess.RunAsync(
                ["balance"],
                "",
                [
                    .. Variables.Select(name => (name, name == variable ? address : null)),
                    ("ESMS_API_KEY", Canaries.ApiKey),
                    ("ESMS_SECRET_KEY", Canaries.SecretKey),
                ]
            )
        ).AssertEndsWith(5);

        Assert.Contains($"the proxy refused the connection with HTTP status {status}", result.Error, StringComparison.Ordinal);
        Canaries.AssertNoneIn(result.Output + result.Error);
        Assert.Contains(proxy.Received, static request => request.StartsWith("CONNECT rest.esms.vn:443 ", StringComparison.Ordinal));
    }
}
