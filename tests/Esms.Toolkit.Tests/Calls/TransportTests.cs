using System.Net;
using System.Net.Sockets;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Calls;

public sealed class TransportTests
{
    [Theory]
    [InlineData(500, "<html>Internal Server Error</html>")]
    [InlineData(503, "")]
    [InlineData(404, "not found")]
    [InlineData(429, """{"unexpected":1}""")]
    public async Task An_http_error_is_no_answer(int status, string body)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body, status);

        var exception = await server.FailAsync<EsmsTransportException>();

        Assert.Equal(EsmsTransportError.HttpStatus, exception.Error);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal($"GetSendStatus: the service answered with HTTP status {status}.", exception.Message);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_told_by_the_name_of_the_error()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var esms = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = "key",
                SecretKey = "secret",
                BaseAddress = new Uri($"http://127.0.0.1:{port}"),
                MaxTries = 1,
            }
        );

        var exception = await Assert.ThrowsAsync<EsmsTransportException>(() =>
            esms.Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            "GetSendStatus: the service could not be reached, or the connection broke (SocketException: ConnectionRefused).",
            exception.Message
        );
    }

    [Fact]
    public async Task Success_under_an_http_error_is_not_believed()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished, status: 500);

        Assert.Equal(HttpStatusCode.InternalServerError, (await server.FailAsync<EsmsTransportException>()).StatusCode);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await LoopbackServer.AnsweringAsync(Answers.Finished);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect($"{elsewhere.Options.BaseAddress}stolen{context.Request.QueryString}");
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.Redirect, (await server.FailAsync<EsmsTransportException>()).StatusCode);
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task Nobody_there_is_a_connection_error()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var port = ((IPEndPoint)socket.LocalEndpoint).Port;
        socket.Stop();
        var options = new EsmsOptions
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };

        var exception = await Assert.ThrowsAsync<EsmsTransportException>(() => options.GetSendStatusAsync());

        Assert.Equal(EsmsTransportError.Connection, exception.Error);
        Canaries.AssertNoneIn(exception.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_connection_that_breaks_is_a_connection_error(int bytesBefore)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(new byte[bytesBefore], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });

        Assert.Equal(EsmsTransportError.Connection, (await server.FailAsync<EsmsTransportException>()).Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_does_not_come_in_time_is_a_timeout(bool afterHeaders)
    {
        await using var server = await LoopbackServer.StartAsync(context => HangAsync(context, afterHeaders));
        var options = server.Options;
        options.TryTimeout = TimeSpan.FromMilliseconds(200);
        options.MaxTries = 1;

        var exception = await Assert.ThrowsAsync<EsmsTransportException>(() => options.GetSendStatusAsync());

        Assert.Equal(EsmsTransportError.Timeout, exception.Error);
        Assert.Equal("GetSendStatus: no whole answer came within 0.2 seconds (EsmsOptions.TryTimeout).", exception.Message);
        Canaries.AssertNoneIn(exception.ToString());
    }

    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var token = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Options.GetSendStatusAsync(cancellationToken: token));

        Assert.Equal(token, exception.CancellationToken);
        Assert.Empty(server.Received);
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

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            server.Options.GetSendStatusAsync(cancellationToken: cancellation.Token)
        );

        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_afterwards_changes_nothing()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var esms = new EsmsClient(server.Options);
        using var cancellation = new CancellationTokenSource();

        var call = esms.Messages.GetSendStatusAsync(Answers.SmsId, cancellation.Token);
        var status = await call;
        await cancellation.CancelAsync();

        Assert.Equal(TaskStatus.RanToCompletion, call.Status);
        Assert.Equal(Answers.SmsId, status.SmsId);
        Assert.Equal(Answers.SmsId, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, TestContext.Current.CancellationToken)).SmsId);
    }

    [Fact]
    public async Task Many_calls_share_a_client()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
            context.Response.WriteAsync($$"""{"CodeResponse":"100","SMSID":"{{context.Request.Query["RefId"]}}"}""")
        );
        using var esms = new EsmsClient(server.Options);
        var ids = Enumerable.Range(0, 500).Select(static i => $"id-{i}").ToList();

        var answers = await Task.WhenAll(ids.Select(id => esms.Messages.GetSendStatusAsync(id, TestContext.Current.CancellationToken)));

        Assert.Equal(ids, answers.Select(static answer => answer.SmsId));
    }

    private static async Task HangAsync(HttpContext context, bool afterHeaders)
    {
        if (afterHeaders)
            await context.Response.Body.FlushAsync();
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
