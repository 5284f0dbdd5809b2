using System.Collections.Concurrent;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Sending;

/// <summary>Rate limits that the service publishes, and those that it asks for while it runs.</summary>
public sealed class PaceTests
{
    /// <summary>Of GetZaloMessageStatus, in its contract.</summary>
    private const int CallsPerSecond = 30;

    private const int ThreeSecondsOfCalls = 3 * CallsPerSecond;

    private const string Delivered = """{ "CodeResult": "100", "Data": { "status": 1 } }""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Holds however slow the machine is: that makes calls later, and never earlier.</summary>
    [Fact]
    public async Task No_call_of_any_client_comes_sooner_than_the_contract_allows()
    {
        var arrivals = new ConcurrentQueue<long>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            arrivals.Enqueue(TimeProvider.System.GetTimestamp());
            return context.Response.WriteAsync(Delivered);
        });
        using var esms = new EsmsClient(server.Options);
        var other = esms.With(new EsmsCallOptions { MaxTries = 1 });
        await AskAsync(esms, Cancellation);
        // Turns that are taken late in a segment are the dangerous ones: they come back the soonest. A limit for seconds that begin with the first
        // call would let sixty through between this and the second after it.
        await Task.Delay(90, Cancellation);
        var start = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, ThreeSecondsOfCalls).Select(i => AskAsync(i % 2 == 0 ? esms : other, Cancellation)));

        var times = arrivals.Order().Skip(1).ToList();
        Assert.Equal(ThreeSecondsOfCalls, times.Count);
        // Thirty may come at once, the next thirty a second later, and so on.
        Assert.All(
            times,
            (time, i) =>
                Assert.True(TimeProvider.System.GetElapsedTime(start, time) >= TimeSpan.FromSeconds(i / CallsPerSecond), $"Call {i} came too soon.")
        );
    }

    /// <summary>The first try too: it may not have the whole of its own time when the call has waited for its turn.</summary>
    [Fact]
    public async Task Waiting_for_a_turn_is_part_of_the_time_that_a_call_may_take()
    {
        var arrived = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref arrived) > CallsPerSecond)
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await context.Response.WriteAsync(Delivered);
        });
        var options = server.Options;
        options.Timeout = options.TryTimeout = TimeSpan.FromSeconds(10);
        options.MaxTries = 1;
        using var esms = new EsmsClient(options);

        var late = await Assert.ThrowsAsync<EsmsTransportException>(() =>
            Task.WhenAll(Enumerable.Range(0, CallsPerSecond + 1).Select(_ => AskAsync(esms, Cancellation)))
        );

        Assert.Equal(CallsPerSecond + 1, arrived);
        Assert.Contains("that the call may take in all", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_a_turn_ends_with_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        var arrived = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync(Delivered);
            if (Interlocked.Increment(ref arrived) == CallsPerSecond)
                await cancellation.CancelAsync();
        });
        using var esms = new EsmsClient(server.Options);
        var token = cancellation.Token;

        var ends = await Task.WhenAll(
            Enumerable.Range(0, ThreeSecondsOfCalls).Select(_ => Record.ExceptionAsync(() => AskAsync(esms, token)).AsTask())
        );

        var cancelled = ends.Where(static exception => exception is not null).ToList();
        Assert.All(cancelled, exception => Assert.Equal(token, Assert.IsType<OperationCanceledException>(exception).CancellationToken));
        Assert.NotEmpty(cancelled);
        Assert.InRange(server.Received.Count, CallsPerSecond, ThreeSecondsOfCalls - 1);
    }

    [Fact]
    public async Task A_call_whose_time_is_over_before_its_turn_is_not_sent()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Delivered);
        using var esms = new EsmsClient(server.Options);
        var hasty = esms.With(new EsmsCallOptions { Timeout = TimeSpan.FromSeconds(1.5) });

        var failures = await Task.WhenAll(
            Enumerable.Range(0, ThreeSecondsOfCalls).Select(_ => Record.ExceptionAsync(() => AskAsync(hasty, Cancellation)).AsTask())
        );

        var unsent = failures.Where(static failure => failure?.Message.Contains("was not sent", StringComparison.Ordinal) == true).ToList();
        Assert.All(unsent, static failure => Assert.Equal(EsmsTransportError.Timeout, Assert.IsType<EsmsTransportException>(failure).Error));
        Assert.NotEmpty(unsent);
        // A call whose turn came in time may have had none left for its connection.
        Assert.InRange(server.Received.Count, 1, ThreeSecondsOfCalls - unsent.Count);
    }

    [Fact]
    public async Task A_refusal_to_wait_slows_down_the_other_calls_of_that_operation_only()
    {
        var arrivals = new ConcurrentQueue<(string Path, long Time)>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            arrivals.Enqueue((context.Request.Path.Value!.Split('/')[^1], TimeProvider.System.GetTimestamp()));
            return context.Response.WriteAsync(
                arrivals.Count == 1 ? """{ "CodeResponse": "160" }"""
                : context.Request.Method == "GET" ? Answers.Finished
                : Delivered
            );
        });
        var options = server.Options;
        options.RetryDelay = TimeSpan.FromSeconds(4);
        using var esms = new EsmsClient(options);
        var once = esms.With(new EsmsCallOptions { MaxTries = 1 });
        await Assert.ThrowsAsync<EsmsApiException>(() => once.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        var held = esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);
        await AskAsync(esms, Cancellation);
        await held;

        var seen = arrivals.ToList();
        Assert.Equal(["GetSendStatus", "GetZaloMessageStatus", "GetSendStatus"], seen.Select(static arrival => arrival.Path));
        // The pause is at least half of what the options say; a clock tick may be missing.
        Assert.True(TimeProvider.System.GetElapsedTime(seen[0].Time, seen[2].Time) >= TimeSpan.FromSeconds(1.95));
    }

    private static Task<GetZaloMessageStatusResponse> AskAsync(EsmsClient esms, CancellationToken cancellationToken) =>
        esms.Messages.GetZaloMessageStatusAsync("4097311281936189049", "6dc7499c9ef6baaee3e1", cancellationToken);
}
