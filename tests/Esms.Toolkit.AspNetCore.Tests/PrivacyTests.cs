using System.Net.Sockets;
using System.Text;
using Esms.Tests.Receiving.Server;
using Esms.Tests.Secrets;
using Esms.Tests.Server;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Receiving;

/// <summary>
/// Neither token nor phone number nor text leaves the receiver, whatever becomes of a call, with logs at Trace and scopes included.
/// </summary>
[Collection(nameof(Quiet))]
public sealed class PrivacyTests
{
    private static readonly string Private =
        $"phonenumber={Canaries.Phone}&RequestId={Canaries.OneTimePassword}&new={Uri.EscapeDataString(Canaries.Content)}";

    [Theory]
    [InlineData("SMSID=1&", 200)]
    [InlineData("SMSID=1&SendStatus=CANARY&", 200)]
    [InlineData("", 400)]
    [InlineData("SMSID=fails&", 503)]
    public async Task Nothing_private_is_told(string query, int status)
    {
        using var tap = new Wiretap();
        await using var receiver = await StartAsync(tap);
        foreach (
            var call in new[]
            {
                $"GET /esms/{Receiver.Token}?{query}{Private} HTTP/1.1\r\n",
                $"GET /gateway/esms/%{(int)Receiver.Token[0]:X2}{Receiver.Token[1..]}?{query}{Private} HTTP/1.1\r\n",
                $"POST /esms/{Receiver.Token} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {query.Length + Private.Length}\r\n",
            }
        )
        {
            var answer = await CallAsync(
                receiver,
                $"{call}Host: localhost\r\nConnection: close\r\n\r\n{(call.StartsWith("POST", StringComparison.Ordinal) ? query + Private : null)}"
            );
            Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
            Canaries.AssertNothingPrivateIn(answer);
        }
        await receiver.StopAsync();

        var heard = tap.Heard.Where(IsOurs).ToList();
        Assert.Contains(heard, static line => line.Contains("/esms/***", StringComparison.Ordinal)); // The framework does tell the address.
        Assert.Contains(heard, static line => line.StartsWith("trace", StringComparison.Ordinal));
        Assert.All(
            heard,
            static line =>
            {
                Canaries.AssertNothingPrivateIn(line);
                Assert.DoesNotContain("CANARY", line, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Nor_do_the_options_print_anything() =>
        Assert.Equal(typeof(EsmsCallbackOptions).FullName, new EsmsCallbackOptions { Token = Receiver.Token }.ToString());

    /// <summary>
    /// Kestrel's event source, at its finest, tells the path of every request before anyone can take something out of it. docs/callbacks.md says so.
    /// </summary>
    private static bool IsOurs(string line) => !line.StartsWith("event Microsoft-AspNetCore-Server-Kestrel", StringComparison.Ordinal);

    private static Task<Receiver> StartAsync(Wiretap tap) =>
        Receiver.StartAsync(
            static app =>
            {
                Microsoft.AspNetCore.Builder.UsePathBaseExtensions.UsePathBase(app, "/gateway");
                Microsoft.AspNetCore.Builder.EndpointRoutingApplicationBuilderExtensions.UseRouting(app);
                app.MapEsmsDeliveryCallback(
                    "/esms/{token}",
                    static (callback, _) => callback.SmsId == "fails" ? throw new InvalidOperationException("as it was told") : Task.CompletedTask
                );
            },
            static options => options.GiveUpAfter = TimeSpan.FromSeconds(2),
            services =>
                Microsoft.Extensions.DependencyInjection.LoggingServiceCollectionExtensions.AddLogging(
                    services,
                    logging => logging.AddProvider(tap.Logs)
                )
        );

    /// <summary>Over a socket, because an HTTP client tells what it sends.</summary>
    private static async Task<string> CallAsync(Receiver receiver, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(receiver.BaseAddress.Host, receiver.BaseAddress.Port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
