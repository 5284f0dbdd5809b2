using Esms.Tests.Secrets;

namespace Esms.Tests.Cancelling;

/// <summary>Cancels each kind of call at each of its waits. The timers of the process are counted, so nothing else runs meanwhile.</summary>
[Collection(nameof(Quiet))]
public sealed class EveryWaitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static MatrixTheoryData<string, bool, Reaction> Sweeps => new(CancellableCall.All.Keys, [false, true], Enum.GetValues<Reaction>());

    public static MatrixTheoryData<string, bool> Calls => new(CancellableCall.All.Keys, [false, true]);

    /// <summary>Off the test's own thread, whose context would keep a call from running on inside of the line that lets it.</summary>
    [Theory]
    [MemberData(nameof(Sweeps))]
    public Task Cancelling_ends_a_call_wherever_it_waits(string call, bool isAdded, Reaction reaction) =>
        Task.Run(
            async () =>
            {
                var kind = CancellableCall.All[call];
                IReadOnlyList<string> waits = [];
                for (var i = 0; i == waits.Count; i++)
                    waits = await CancelAsync(kind, isAdded, i, reaction);

                // The last run found no wait more. Each reply has headers and three pieces, and a pause follows those that are errors.
                var perTry = isAdded ? 5 : 4;
                Assert.Equal((kind.Script.Count * perTry) + kind.Script.Count(static reply => reply.Status != 200), waits.Count);
            },
            TestContext.Current.CancellationToken
        );

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_token_that_is_cancelled_already_sends_nothing(string call, bool isAdded)
    {
        using var cancellation = new CancellationTokenSource();
        var service = new StoppingService(target: 0, Reaction.WhileWaiting, cancellation);
        await using var client = new StoppedClient(service, isAdded);
        var start = await CancellableCall.All[call].Prepare(client.Esms, service);
        var (sent, timers) = (service.Sent, Timers.Active);
        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start(cancellation.Token));

        Assert.IsNotType<EsmsSendCanceledException>(cancelled);
        Assert.Equal((cancellation.Token, sent), (cancelled.CancellationToken, service.Sent));
        await Timers.AssertNoneSinceAsync(timers, call);
    }

    /// <summary>One run of a sweep.</summary>
    /// <returns>The waits, one more than the number of the target when it was reached.</returns>
    private static async Task<IReadOnlyList<string>> CancelAsync(CancellableCall kind, bool isAdded, int target, Reaction reaction)
    {
        using var cancellation = new CancellationTokenSource();
        var service = new StoppingService(target, reaction, cancellation);
        await using var client = new StoppedClient(service, isAdded);
        var start = await kind.Prepare(client.Esms, service);
        // The first call makes what is the connection's and stays, such as the timer of a rate limit.
        service.Follow(stops: false, Reply.Accepted);
        await start(CancellationToken.None);
        service.Follow(stops: true, kind.Script);
        var timers = Timers.Active;

        var call = start(cancellation.Token);
        await service.DriveAsync(call);
        if (service.Waits.Count <= target)
        {
            await call;
            return service.Waits;
        }

        var where = $"{target}: {service.Waits[target]}";
        Assert.True(!call.IsCompleted || reaction == Reaction.BeforeWaiting, where);
        var mayBeAccepted = service.MayBeAccepted && !kind.IsSafe;
        await cancellation.CancelAsync();
        var sent = service.Sent;
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Patience, CancellationToken.None));

        Assert.Equal((TaskStatus.Canceled, cancellation.Token), (call.Status, cancelled.CancellationToken));
        Assert.Equal((where, mayBeAccepted), (where, cancelled is EsmsSendCanceledException));
        if (cancelled is EsmsSendCanceledException send && kind.Script.Count > 1)
            Assert.Equal(CancellableCall.RequestId, send.RequestId);
        Assert.Equal((where, 0, sent), (where, service.Open, service.Sent));
        await Timers.AssertNoneSinceAsync(timers, where);
        await AssertUsableAsync(client.Esms, service);
        return service.Waits;
    }

    /// <summary>
    /// A call that was cancelled leaves nothing behind that the next one trips over. One of another operation, for this one may be asked to wait.
    /// </summary>
    private static async Task AssertUsableAsync(EsmsClient esms, StoppingService service)
    {
        service.Follow(stops: false, Reply.Accepted);
        await esms.Account.GetBalanceAsync(CancellationToken.None).WaitAsync(Patience, CancellationToken.None);
        Assert.Equal(0, service.Open);
    }
}
