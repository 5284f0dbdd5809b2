using System.Net;
using System.Text;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Transport;

/// <summary>One exchange with the service: what goes out, and what is left afterwards.</summary>
public sealed class ExchangeTests
{
    private static readonly EsmsOptions Options = new()
    {
        ApiKey = Canaries.ApiKey,
        SecretKey = Canaries.SecretKey,
        MaxTries = 1,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_only_reads_has_no_body()
    {
        long? length = -1;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            length = context.Request.ContentLength;
            return context.Response.WriteAsync(Answers.Finished);
        });

        await server.Options.GetSendStatusAsync();

        Assert.Null(length);
    }

    [Theory]
    [InlineData(199 + 1, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public async Task An_accepted_call_has_a_status_of_success(int status, bool isAccepted)
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished, status);

        if (isAccepted)
            Assert.Equal(Answers.SmsId, (await server.Options.GetSendStatusAsync()).SmsId);
        else
            Assert.Equal(status, (int?)(await server.FailAsync<EsmsTransportException>()).StatusCode);
    }

    [Fact]
    public async Task The_end_of_a_connection_closes_its_sockets()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var esms = new EsmsClient(server.Options);
        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);
        Assert.Equal(1, server.OpenConnections);

        esms.Dispose();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (server.OpenConnections > 0)
            await Task.Delay(10, limit.Token);
    }

    [Fact]
    public async Task A_large_answer_in_one_piece_is_read()
    {
        var body = Answers.Finished.Replace("{", $$"""{ "New": "{{new string('x', 200_000)}}", """, StringComparison.Ordinal);
        using var wire = new Wire((_, _) => Task.FromResult(Answer(new StringContent(body))));
        using var connection = new EsmsConnection(Options, wire);
        using var esms = new EsmsClient(connection);

        Assert.Equal(Answers.SmsId, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)).SmsId);
    }

    [Fact]
    public async Task An_answer_is_copied_to_what_can_only_be_written()
    {
        using var wire = new Wire(static (_, _) => Task.FromResult(Answer(new WrittenContent(WriteAsync))));
        using var connection = new EsmsConnection(Options, wire);
        using var esms = new EsmsClient(connection);

        Assert.Equal(Answers.SmsId, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)).SmsId);

        static async Task WriteAsync(Stream stream)
        {
            Assert.Equal((false, false, true), (stream.CanRead, stream.CanSeek, stream.CanWrite));
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Answers.Finished));
            await stream.FlushAsync();
        }
    }

    /// <summary>A handler that keeps the request has no body with keys in it any more.</summary>
    [Fact]
    public async Task The_body_of_a_request_ends_with_the_call()
    {
        HttpRequestMessage? kept = null;
        using var wire = new Wire(
            (request, _) =>
            {
                kept = request;
                return Task.FromResult(Answer(new StringContent("""{ "CodeResult": "100", "SMSID": "1" }""")));
            }
        );
        using var connection = new EsmsConnection(Options, wire);
        using var esms = new EsmsClient(connection);

        await esms.Sms.SendCustomerCareAsync(
            new()
            {
                Phone = "0901888484",
                Brandname = "Baotrixemay",
                Content = "x",
            },
            Cancellation
        );

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.Content!.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Whoever of a failed try still holds its token must not be cancelled with another call.</summary>
    [Fact]
    public async Task No_two_calls_that_fail_have_the_same_token()
    {
        var tokens = new List<CancellationToken>();
        using var wire = new Wire(
            (_, token) =>
            {
                tokens.Add(token);
                throw new IOException("The door is closed.");
            }
        );
        using var connection = new EsmsConnection(Options, wire);
        using var esms = new EsmsClient(connection);

        for (var i = 0; i < 20; i++)
            await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        Assert.Equal(tokens.Count, tokens.Distinct().Count());
    }

    /// <summary>A user interface that waits for a call with its own thread would otherwise wait for ever.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_call_needs_the_thread_that_began_it(bool isBodyLate)
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var wire = new Wire(
            async (_, _) =>
            {
                if (!isBodyLate)
                    await arrival.Task.ConfigureAwait(false);
                return Answer(
                    new WrittenContent(async stream =>
                    {
                        await arrival.Task.ConfigureAwait(false);
                        await stream.WriteAsync(Encoding.UTF8.GetBytes(Answers.Finished)).ConfigureAwait(false);
                    })
                );
            }
        );
        using var connection = new EsmsConnection(Options, wire);
        using var esms = new EsmsClient(connection);
        var context = new WaitingContext();

        var call = context.Begin(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));
        Assert.False(call.IsCompleted);
        arrival.SetResult();

        Assert.Equal(Answers.SmsId, (await call).SmsId);
        Assert.Equal(0, context.Posts);
    }

    private static HttpResponseMessage Answer(HttpContent content) => new(HttpStatusCode.OK) { Content = content };
}
