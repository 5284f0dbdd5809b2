using System.Net;
using System.Reflection;
using Esms.Tests.Sending;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests;

/// <summary>
/// Calls over HttpWebRequest, the HTTP stack of .NET Framework, which tells of its failures by exceptions of its own. Mono has it too, behind another
/// that it prefers.
/// </summary>
public sealed class WebRequestTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = "order-1",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_answered_and_refused()
    {
        await using var service = await FlakyService.StartAsync();
        using var handler = CreateHandler();
        using var esms = Client(service.Options, handler);

        Assert.Equal(850m, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)).TotalPrice);
        Assert.Equal("d533459ee42b2b9525ba9eabf6a8156", (await esms.Sms.SendCustomerCareAsync(Message, Cancellation)).SmsId);
        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        Assert.Equal(EsmsResultCode.DuplicateRequestId, refusal.Code);
        Assert.Equal(3, service.Received.Count);
    }

    [Fact]
    public async Task Nobody_there_means_that_nothing_was_sent()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        using var handler = CreateHandler();
        using var esms = Client(
            new EsmsOptions
            {
                ApiKey = Canaries.ApiKey,
                SecretKey = Canaries.SecretKey,
                BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            },
            handler
        );

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.Equal(EsmsTransportError.Connection, failure.Error);
        Assert.Contains("WebException: ConnectFailure", failure.Message, StringComparison.Ordinal);
        Canaries.AssertNoneIn(failure.ToString());
    }

    [Fact]
    public async Task A_lost_answer_is_an_unknown_outcome_that_can_be_settled()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var handler = CreateHandler();
        using var esms = Client(service.Options, handler);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        var settled = await unknown.SettleAsync(Cancellation);

        Assert.True(settled.WasAlreadyAccepted);
        Assert.Equal((1, 2), (service.Accepted, service.Received.Count));
        Canaries.AssertNoneIn(unknown.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_does_not_come_in_time_is_a_timeout(bool afterHeaders)
    {
        await using var server = await LoopbackServer.StartAsync(context => HangAsync(context, afterHeaders));
        var options = server.Options;
        options.TryTimeout = TimeSpan.FromMilliseconds(200);
        using var handler = CreateHandler();
        using var esms = Client(options, handler);

        Assert.Equal(
            EsmsTransportError.Timeout,
            (await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation))).Error
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_ends_the_call_with_the_callers_token(bool afterHeaders)
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
            return HangAsync(context, afterHeaders);
        });
        using var handler = CreateHandler();
        using var esms = Client(server.Options, handler);

        var cancelled = await Assert.ThrowsAsync<EsmsSendCanceledException>(() => esms.Sms.SendCustomerCareAsync(Message, cancellation.Token));

        Assert.Equal((cancellation.Token, "order-1"), (cancelled.CancellationToken, cancelled.RequestId));
    }

    [Fact]
    public async Task An_answer_above_the_limit_is_not_read()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var options = server.Options;
        options.MaxResponseBytes = 100;
        using var handler = CreateHandler();
        using var esms = Client(options, handler);

        Assert.Contains(
            "larger than 100 bytes",
            (await Assert.ThrowsAsync<EsmsProtocolException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation))).Message,
            StringComparison.Ordinal
        );
    }

    private static EsmsClient Client(EsmsOptions options, HttpMessageHandler handler)
    {
        options.MaxTries = 1;
        return new EsmsClient(new EsmsConnection(options, handler));
    }

    private static HttpClientHandler CreateHandler()
    {
        var handler = new HttpClientHandler();
        if (typeof(HttpClientHandler).GetField("_delegatingHandler", BindingFlags.Instance | BindingFlags.NonPublic) is { } stack)
            stack.SetValue(
                handler,
                Activator.CreateInstance(
                    typeof(HttpClientHandler).Assembly.GetType("System.Net.Http.MonoWebRequestHandler", throwOnError: true),
                    nonPublic: true
                )
            );
        handler.AllowAutoRedirect = false;
        handler.UseProxy = false;
        return handler;
    }

    private static async Task HangAsync(HttpContext context, bool afterHeaders)
    {
        if (afterHeaders)
            await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
