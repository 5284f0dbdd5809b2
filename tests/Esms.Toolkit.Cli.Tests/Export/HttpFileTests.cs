using System.Text;
using System.Text.RegularExpressions;
using Esms.Emulator;

namespace Esms.Cli.Tests.Export;

public sealed partial class HttpFileTests
{
    /// <summary>Read as an editor reads it, and sent.</summary>
    [Fact]
    public async Task Every_request_is_one_that_the_emulator_knows()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        var text = EsmsTool.Invoke("export", "http").Output;
        var requests = text.Split("\n### ").Skip(1).ToList();
        Assert.True(requests.Count >= 60);
        foreach (var request in requests)
        {
            var filled = Host()
                .Replace(request, emulator.BaseAddress.ToString().TrimEnd('/'))
                .Replace("{{apiKey}}", emulator.Options.ApiKey, StringComparison.Ordinal)
                .Replace("{{secretKey}}", emulator.Options.SecretKey, StringComparison.Ordinal);
            var parts = filled.Split("\n\n", 2);
            var lines = parts[0].Split('\n').Where(static line => !line.StartsWith('#')).ToList();
            var (operation, call) = (lines[0].Split(':')[0], lines[1].Split(' '));
            using var message = new HttpRequestMessage(new HttpMethod(call[0]), new Uri(call[1]));
            if (call[0] == "POST")
                message.Content = new StringContent(parts[1].TrimEnd('\n'), Encoding.UTF8, lines[2].Split(": ")[1]);

            using var answer = await http.SendAsync(message, TestContext.Current.CancellationToken);

            Assert.Equal(operation, answer.Headers.GetValues("Esms-Emulator-Operation").Single());
            Assert.False(answer.Headers.Contains("Esms-Emulator-Unknown-Fields"), operation);
            Assert.NotEqual(101, emulator.Requests[^1].Code);
        }
    }

    [GeneratedRegex(@"\{\{(rest|voiceapi|statusSms)}}")]
    private static partial Regex Host();
}
