using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Esms.Tests.Secrets;
using Esms.Tests.Sending;

namespace Esms.Tests.Cancelling;

/// <summary>Cancelling while the answer comes: whoever is first, it is an answer or a cancellation, and nothing is left behind.</summary>
[Collection(nameof(Quiet))]
public sealed class RaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a call that reads", false)]
    [InlineData("a send with an id", false)]
    [InlineData("a send with an id", true)]
    public Task With_the_end_of_each_wait(string call, bool isAdded) =>
        Task.Run(
            async () =>
            {
                const int Rounds = 16;
                using var unobserved = new UnobservedFailures();
                var timers = Timers.Active;
                for (var (i, waits) = (0, 1); i < waits; i++)
                {
                    for (var round = 0; round < Rounds; round++)
                    {
                        using var cancellation = new CancellationTokenSource();
                        var service = new StoppingService(i, Reaction.WhileWaiting, cancellation);
                        await using var client = new StoppedClient(service, isAdded);
                        service.Follow(stops: true, CancellableCall.All[call].Script);
                        var running = (await CancellableCall.All[call].Prepare(client.Esms, service))(cancellation.Token);
                        await service.DriveAsync(running);
                        Parallel.Invoke(service.GoOn, () => CancelAfter(1 << round, cancellation));
                        await EndAsync(running, cancellation.Token);
                        Assert.Equal(0, service.Open);
                        waits = Math.Max(waits, service.Waits.Count);
                    }
                }
                await Timers.AssertNoneSinceAsync(timers, "races");
                Assert.Empty(unobserved.Find());
            },
            Cancellation
        );

    [Fact]
    public async Task With_an_answer_over_a_connection()
    {
        const int Sends = 400;
        using var unobserved = new UnobservedFailures();
        await using var service = await FlakyService.StartAsync();
        using var esms = new EsmsClient(service.Options);
        var ends = new Dictionary<string, OperationCanceledException?>(StringComparer.Ordinal);
        for (var (i, spins) = (0, 1); i < Sends; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var id = i.ToString(CultureInfo.InvariantCulture);
            var send = esms.Sms.SendCustomerCareAsync(
                new()
                {
                    Brandname = "Baotrixemay",
                    Phone = "0901888484",
                    Content = "a",
                    RequestId = id,
                },
                cancellation.Token
            );
            CancelAfter(spins, cancellation);
            ends.Add(id, await EndAsync(send, cancellation.Token));
            spins = Next(spins, ends[id] is null);
        }

        // Both come up, or the race would be none; and what is told as plainly cancelled did not go out.
        Assert.Contains(ends.Values, static end => end is null);
        Assert.Contains(ends.Values, static end => end is EsmsSendCanceledException);
        var received = service
            .Received.Select(static request => JsonDocument.Parse(request.Body).RootElement.GetProperty("RequestId").GetString()!)
            .ToHashSet();
        Assert.DoesNotContain(ends, end => end.Value is not null and not EsmsSendCanceledException && received.Contains(end.Key));
        Assert.Equal(service.Received.Count, received.Count);
        Assert.Empty(unobserved.Find());
    }

    /// <summary>A test of the test.</summary>
    [Fact]
    public void A_failure_that_nobody_looked_at_would_be_found()
    {
        using var unobserved = new UnobservedFailures();
        Drop();

        Assert.Equal("dropped", Assert.Single(unobserved.Find()).InnerException!.Message);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop() => Task.FromException(new InvalidOperationException("dropped"));
    }

    private static void CancelAfter(int spins, CancellationTokenSource cancellation)
    {
        Thread.SpinWait(spins);
        cancellation.Cancel();
    }

    /// <summary>
    /// Later after a cancellation and sooner after an answer: so both come up on a machine of any speed, and mostly at the same time.
    /// </summary>
    private static int Next(int spins, bool isAnswered) => isAnswered ? (spins / 2) + 1 : Math.Min(spins * 2, 1 << 24);

    /// <returns>Null when the answer was first.</returns>
    private static async Task<OperationCanceledException?> EndAsync(Task call, CancellationToken token)
    {
        try
        {
            await call.WaitAsync(Patience, CancellationToken.None);
            return null;
        }
        catch (OperationCanceledException cancelled)
        {
            Assert.Equal(token, cancelled.CancellationToken);
            return cancelled;
        }
    }
}
