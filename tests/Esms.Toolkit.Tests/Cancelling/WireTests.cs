using System.Net;
using System.Net.Sockets;
using Esms.Tests.DependencyInjection;
using Esms.Tests.Secrets;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Cancelling;

/// <summary>Cancels calls over real connections: none stays open, at either end.</summary>
[Collection(nameof(Quiet))]
public sealed class WireTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = "order-1",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelling_closes_a_connection_whatever_it_waits_for()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{ "CodeResult": "100", "SMSID": "1" }""");
        var waits = 0;
        while (await CancelAsync(server, waits))
            waits++;

        // Making the connection, a write, and reads of the head and the body.
        Assert.InRange(waits, 6, 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_server_whose_answer_is_not_wanted_any_more_loses_its_connection(int pieces)
    {
        var isWaiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (isWaiting.Task.IsCompleted)
            {
                await context.Response.WriteAsync(Answers.Finished, context.RequestAborted);
                return;
            }
            for (var i = 0; i < pieces; i++)
            {
                await context.Response.WriteAsync(Answers.Finished[(i * 10)..((i + 1) * 10)], context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
            isWaiting.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var esms = new EsmsClient(server.Options);
        using var cancellation = new CancellationTokenSource();

        var call = esms.Messages.GetSendStatusAsync(Answers.SmsId, cancellation.Token);
        await isWaiting.Task.WaitAsync(Patience, Cancellation);
        Assert.Equal(1, server.OpenConnections);
        await cancellation.CancelAsync();

        Assert.Equal(
            cancellation.Token,
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience, Cancellation))).CancellationToken
        );
        await Until(() => server.OpenConnections == 0);
        Assert.Single(server.Received);
        Assert.Equal(Answers.SmsId, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)).SmsId);
        Assert.Equal((1, 2), (server.OpenConnections, server.AllConnections));
    }

    /// <summary>.NET goes on making a connection for a few seconds, for somebody else may want it; then it is closed.</summary>
    [Fact]
    public async Task A_connection_that_was_being_made_is_given_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var esms = new EsmsClient(
            new EsmsOptions
            {
                ApiKey = Canaries.ApiKey,
                SecretKey = Canaries.SecretKey,
                BaseAddress = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
                ConnectTimeout = TimeSpan.FromHours(1),
            }
        );
        using var cancellation = new CancellationTokenSource();

        var call = esms.Messages.GetSendStatusAsync(Answers.SmsId, cancellation.Token);
        using var peer = await listener.AcceptSocketAsync(Cancellation);
        var buffer = new byte[4096];
        Assert.NotEqual(0, await peer.ReceiveAsync(buffer, Cancellation)); // It greets, and gets no answer.
        await cancellation.CancelAsync();

        Assert.Equal(
            cancellation.Token,
            (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience, Cancellation))).CancellationToken
        );
        while (await peer.ReceiveAsync(buffer, Cancellation).AsTask().WaitAsync(Patience, Cancellation) > 0) { }
    }

    /// <returns>Whether there was such a wait.</returns>
    private static async Task<bool> CancelAsync(LoopbackServer server, int target)
    {
        var timers = Timers.Active;
        var wire = new StoppingWire(target);
        using (var handler = wire.CreateHandler())
        {
            var services = new ServiceCollection();
            services.AddServer(server).ConfigurePrimaryHttpMessageHandler(() => handler);
            await using var provider = services.BuildServiceProvider();
            using var cancellation = new CancellationTokenSource();

            var call = provider.GetRequiredService<EsmsClient>().Sms.SendCustomerCareAsync(Message, cancellation.Token);
            await Task.WhenAny(call, wire.Reached).WaitAsync(Patience, Cancellation);
            if (call.IsCompleted)
            {
                await call;
                return false;
            }
            await cancellation.CancelAsync();
            var cancelled = await Assert.ThrowsAsync<EsmsSendCanceledException>(() => call.WaitAsync(Patience, Cancellation));

            Assert.Equal((cancellation.Token, "order-1"), (cancelled.CancellationToken, cancelled.RequestId));
            await Until(() => wire.Open == 0 && server.OpenConnections == 0);
        }
        await Timers.AssertNoneSinceAsync(timers, $"wait {target}");
        return true;
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (!condition())
            await Task.Delay(1, patience.Token);
    }
}
