using Esms.Tests.Receiving.Server;

namespace Esms.Tests.Receiving;

public sealed class QueueTests
{
    [Fact]
    public async Task A_full_queue_is_told_and_takes_the_call_when_there_is_room_again()
    {
        var gate = new Gate();
        await using var receiver = await Receiver.OfDeliveriesAsync(gate.HandleAsync, static options => options.MaxPending = 2);
        var taken = new[] { receiver.GetAsync("SMSID=1"), receiver.GetAsync("SMSID=2") };
        await gate.EnteredAsync();
        await gate.EnteredAsync();

        Assert.Equal(503, (await receiver.GetAsync("SMSID=3")).Status);
        Assert.Equal(503, (await receiver.GetAsync("SMSID=1")).Status); // One more that waits for the same takes room too.
        gate.Open();

        Assert.All(await Task.WhenAll(taken), static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, (await receiver.GetAsync("SMSID=3")).Status);
        Assert.Equal(3, gate.Handled);
    }

    [Fact]
    public async Task So_many_handlers_run_at_a_time_and_the_rest_waits()
    {
        int running = 0,
            most = 0,
            handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync(
            async (_, cancellationToken) =>
            {
                var now = Interlocked.Increment(ref running);
                int seen;
                while ((seen = Volatile.Read(ref most)) < now)
                    Interlocked.CompareExchange(ref most, now, seen);
                await Task.Delay(5, cancellationToken);
                Interlocked.Decrement(ref running);
                Interlocked.Increment(ref handled);
            },
            static options => options.MaxConcurrency = 3
        );

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(id => receiver.GetAsync($"SMSID={id}")));

        Assert.All(answers, static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(60, handled);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Calls_can_be_answered_when_they_are_in_the_queue()
    {
        var gate = new Gate();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            gate.HandleAsync,
            static options => (options.Answer, options.MaxConcurrency, options.MaxPending) = (EsmsCallbackAnswer.WhenQueued, 1, 3)
        );

        foreach (var id in new[] { "1", "2", "3", "1", "2", "3" })
            Assert.Equal(200, (await receiver.GetAsync($"SMSID={id}")).Status);
        Assert.Equal(503, (await receiver.GetAsync("SMSID=4")).Status);
        Assert.Equal(0, gate.Handled);

        gate.Open();
        for (var entered = 0; entered < 3; entered++)
            await gate.EnteredAsync();
        await receiver.StopAsync();
        Assert.Equal(3, gate.Handled);
    }
}
