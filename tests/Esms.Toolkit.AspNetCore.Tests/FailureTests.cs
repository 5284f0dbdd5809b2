using Esms.Tests.Receiving.Server;

namespace Esms.Tests.Receiving;

public sealed class FailureTests
{
    [Fact]
    public async Task A_handler_that_fails_is_tried_again_while_eSMS_waits()
    {
        var tries = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (_, _) => Interlocked.Increment(ref tries) < 4 ? throw new InvalidOperationException("not yet") : Task.CompletedTask
        );

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber)).Status);

        Assert.Equal(4, tries);
    }

    [Fact]
    public async Task A_call_that_was_given_up_is_not_remembered_as_handled()
    {
        var isBroken = true;
        var handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (_, _) => isBroken ? throw new InvalidOperationException("the database is down") : Task.FromResult(Interlocked.Increment(ref handled)),
            static options => options.GiveUpAfter = TimeSpan.FromSeconds(5)
        );

        Assert.Equal(503, (await receiver.GetAsync(Published.Viber)).Status);
        Assert.Contains(
            receiver.Logs.Lines,
            static line => line.Contains("DeliveryCallback 849fe08c19294b02857cf91687021a50250 was not handled", StringComparison.Ordinal)
        );
        isBroken = false;

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber)).Status);
        Assert.Equal(1, handled);
    }

    [Fact]
    public async Task A_handler_that_hangs_is_told_to_end()
    {
        await using var receiver = await Receiver.OfDeliveriesAsync(
            static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken),
            static options => options.GiveUpAfter = TimeSpan.FromMilliseconds(50)
        );

        Assert.Equal(503, (await receiver.GetAsync(Published.Viber)).Status);
    }

    [Fact]
    public async Task When_eSMS_hangs_up_the_handler_goes_on_and_the_repeat_learns_what_became_of_it()
    {
        var gate = new Gate();
        await using var receiver = await Receiver.OfDeliveriesAsync(gate.HandleAsync);
        var hangUp = new TaskCompletionSource();
        var first = receiver.GetUntilAsync(hangUp.Task, Published.Viber);
        await gate.EnteredAsync();

        hangUp.SetResult();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        while (!receiver.Logs.Lines.Any(static line => line.Contains("hung up", StringComparison.Ordinal)))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var repeat = receiver.GetAsync(Published.Viber);
        gate.Open();

        Assert.Equal(200, (await repeat).Status);
        Assert.Equal(1, gate.Handled);
    }

    [Fact]
    public async Task While_one_call_pauses_others_are_handled()
    {
        var isBroken = true;
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (callback, _) => callback.SmsId == "bad" && isBroken ? throw new InvalidOperationException("not this one") : Task.CompletedTask,
            static options => (options.MaxConcurrency, options.RetryDelay) = (1, TimeSpan.FromMilliseconds(20))
        );

        var bad = receiver.GetAsync("SMSID=bad");
        for (var id = 0; id < 20; id++)
            Assert.Equal(200, (await receiver.GetAsync($"SMSID={id}")).Status);
        Assert.False(bad.IsCompleted);
        isBroken = false;

        Assert.Equal(200, (await bad).Status);
    }
}
