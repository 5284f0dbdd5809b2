using System.Diagnostics;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Faults;

/// <summary>What each fault does to a send, seen by the client and in what the emulator has accepted.</summary>
public sealed class FaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SendCustomerCareRequest Request =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = "a",
        };

    [Theory]
    [InlineData(FaultKind.Reset, 0)]
    [InlineData(FaultKind.ServerError, 0)]
    [InlineData(FaultKind.TooManyRequests, 0)]
    [InlineData(FaultKind.Hang, 0)]
    [InlineData(FaultKind.HalfBody, 1)]
    [InlineData(FaultKind.LostAnswer, 1)]
    [InlineData(FaultKind.LateSuccess, 1)]
    public async Task One_try_fails_and_is_accepted_or_not(FaultKind kind, int accepted)
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = new FaultScript
        {
            Rules =
            {
                new()
                {
                    Kind = kind,
                    Operation = "SendCustomerCare",
                    Delay = TimeSpan.FromMinutes(1),
                },
            },
        };
        // Long enough for a request to arrive on a busy machine, too.
        using var impatient = desk.Client.With(new() { MaxTries = 1, TryTimeout = TimeSpan.FromSeconds(3) });

        await Assert.ThrowsAnyAsync<EsmsException>(() => impatient.Sms.SendCustomerCareAsync(Request, Cancellation));

        await Until(() => desk.Esms.Requests.Count == 1 || kind == FaultKind.Hang);
        Assert.Equal(accepted, desk.Esms.Messages.Count);
        Assert.True(kind == FaultKind.Hang || desk.Esms.Requests[0].Fault == kind);
    }

    [Fact]
    public async Task A_client_that_tries_again_sends_once_whatever_goes_wrong()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = new FaultScript
        {
            Seed = 7,
            Rules =
            {
                new() { Kind = FaultKind.LostAnswer, Percent = 30 },
                new() { Kind = FaultKind.ServerError, Percent = 30 },
            },
        };
        var quick = desk.Esms.Options;
        quick.RetryDelay = TimeSpan.Zero;
        quick.MaxTries = 20;
        using var client = new EsmsClient(quick);

        for (var i = 0; i < 50; i++)
            await client.Sms.SendCustomerCareAsync(Request, Cancellation);

        Assert.Equal(50, desk.Esms.Messages.Count);
        Assert.Contains(desk.Esms.Requests, static request => request.Fault == FaultKind.LostAnswer);
        Assert.Contains(desk.Esms.Requests, static request => request.Code == 124);
    }

    [Fact]
    public async Task Latency_delays_and_a_number_of_times_is_kept()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = new FaultScript
        {
            Rules =
            {
                new()
                {
                    Kind = FaultKind.Latency,
                    Delay = TimeSpan.FromMilliseconds(200),
                    Times = 1,
                },
            },
        };

        var watch = Stopwatch.StartNew();
        await desk.SendSmsAsync();
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(190), $"{watch.Elapsed}"); // A delay is a lower bound, whatever the machine does.
        await desk.SendSmsAsync();

        Assert.Equal([FaultKind.Latency, null], desk.Esms.Requests.Select(static request => request.Fault));
    }

    [Fact]
    public async Task The_same_seed_does_the_same_and_another_does_not()
    {
        async Task<string> Run(int seed)
        {
            await using var desk = await Desk.StartAsync(
                new()
                {
                    Faults = new FaultScript
                    {
                        Seed = seed,
                        Rules =
                        {
                            new() { Kind = FaultKind.ServerError, Percent = 50 },
                        },
                    },
                }
            );
            using var once = desk.Client.With(new() { MaxTries = 1 });
            var outcome = string.Empty;
            for (var i = 0; i < 30; i++)
                outcome += await Record.ExceptionAsync(() => once.Sms.SendCustomerCareAsync(Request, Cancellation)) is null ? 'y' : 'n';
            return outcome;
        }

        Assert.Equal(await Run(1), await Run(1));
        Assert.NotEqual(await Run(1), await Run(2));
    }

    [Fact]
    public async Task A_callback_comes_twice()
    {
        await using var desk = await Desk.StartAsync(new() { Faults = new FaultScript { Rules = { new() { Kind = FaultKind.DuplicateCallback } } } });

        var sent = await desk.SendSmsAsync();
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, desk.Receiver.Queries.Count);
        Assert.Equal(desk.Receiver.Queries[0], desk.Receiver.Queries[1]);
        Assert.Equal([false, true], desk.Esms.Messages.CallbacksOf(sent.SmsId).Select(static attempt => attempt.IsDuplicate));
    }

    private static async Task Until(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
            await Task.Delay(10, limit.Token);
    }
}
