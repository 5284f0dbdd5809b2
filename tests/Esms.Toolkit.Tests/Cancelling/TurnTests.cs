using Esms.Tests.Secrets;

namespace Esms.Tests.Cancelling;

/// <summary>Cancels calls that wait for their turn: nothing of them goes out, and the turns that they did not take are there for others.</summary>
[Collection(nameof(Quiet))]
public sealed class TurnTests
{
    private const int CallsPerSecond = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static MatrixTheoryData<string, bool> Calls => new(["a call that reads", "a call with a rate limit", "a send with an id"], [false, true]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_the_queue_of_a_rate_limit(bool isAdded)
    {
        const int Waiting = 10 * CallsPerSecond;
        using var cancellation = new CancellationTokenSource();
        var service = new StoppingService(target: 0, Reaction.WhileWaiting, cancellation);
        await using var client = new StoppedClient(service, isAdded);
        var ask = CancellableCall.All["a call with a rate limit"];
        service.Follow(stops: false, Enumerable.Repeat(Reply.Accepted, 2 * Waiting));
        var start = await ask.Prepare(client.Esms, service);
        await Task.WhenAll(Enumerable.Range(0, CallsPerSecond).Select(_ => start(CancellationToken.None)));
        var timers = Timers.Active;

        var calls = Enumerable.Range(0, Waiting).Select(_ => start(cancellation.Token)).ToList();
        await cancellation.CancelAsync();
        var sent = service.Sent;

        // On a machine that is stopped for a second, some have had their turn.
        var waited = calls.Where(static call => call.Status != TaskStatus.RanToCompletion).ToList();
        Assert.NotEmpty(waited);
        foreach (var call in waited)
        {
            var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience, CancellationToken.None));
            Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        }
        Assert.Equal(sent, service.Sent);
        await Timers.AssertNoneSinceAsync(timers, "a queue");

        // With the turns of three hundred others before it, this one would come too late.
        await client
            .Esms.With(new EsmsCallOptions { Timeout = TimeSpan.FromSeconds(8) })
            .Messages.GetZaloMessageStatusAsync("1", "2", CancellationToken.None);
        Assert.Equal(sent + 1, service.Sent);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task While_the_service_has_asked_for_silence(string call, bool isAdded)
    {
        using var cancellation = new CancellationTokenSource();
        // The wait of number three is the pause after the first answer: it lasts an hour.
        var service = new StoppingService(target: 3, Reaction.WhileWaiting, cancellation);
        await using var client = new StoppedClient(service, isAdded);
        var once = client.Esms.With(new EsmsCallOptions { MaxTries = 1 });
        service.Follow(stops: false, Reply.TooMany);
        await Assert.ThrowsAsync<EsmsTransportException>(async () =>
            await (await CancellableCall.All[call].Prepare(once, service))(CancellationToken.None)
        );
        var (sent, timers) = (service.Sent, Timers.Active);

        var waiting = (await CancellableCall.All[call].Prepare(client.Esms, service))(cancellation.Token);
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience, CancellationToken.None));
        Assert.IsNotType<EsmsSendCanceledException>(cancelled);
        Assert.Equal((cancellation.Token, sent), (cancelled.CancellationToken, service.Sent));
        await Timers.AssertNoneSinceAsync(timers, call);
    }
}
