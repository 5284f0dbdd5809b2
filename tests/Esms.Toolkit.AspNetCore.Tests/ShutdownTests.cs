using Esms.Tests.Receiving.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Tests.Receiving;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData(EsmsCallbackAnswer.WhenHandled)]
    [InlineData(EsmsCallbackAnswer.WhenQueued)]
    public async Task What_was_taken_is_finished(EsmsCallbackAnswer when)
    {
        var gate = new Gate();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            gate.HandleAsync,
            options => (options.Answer, options.MaxConcurrency) = (when, 10)
        );
        var calls = Enumerable.Range(0, 10).Select(id => receiver.GetAsync($"SMSID={id}")).ToList();
        for (var entered = 0; entered < 10; entered++)
            await gate.EnteredAsync();

        var stop = receiver.StopAsync();
        await AssertStillRunsAsync(stop);
        gate.Open();

        Assert.All(await Task.WhenAll(calls), static answer => Assert.Equal(200, answer.Status));
        await stop;
        Assert.Equal(10, gate.Handled);
    }

    [Fact]
    public async Task What_waits_in_the_queue_is_finished_too()
    {
        var gate = new Gate();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            gate.HandleAsync,
            static options => (options.Answer, options.MaxConcurrency) = (EsmsCallbackAnswer.WhenQueued, 1)
        );
        for (var id = 0; id < 50; id++)
            Assert.Equal(200, (await receiver.GetAsync($"SMSID={id}")).Status);

        var stop = receiver.StopAsync();
        await AssertStillRunsAsync(stop);
        gate.Open();
        await stop;

        Assert.Equal(50, gate.Handled);
    }

    [Fact]
    public async Task A_call_whose_handler_failed_has_one_more_try_and_no_long_pause()
    {
        var tries = 0;
        var tried = new Signal();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (_, _) =>
            {
                Interlocked.Increment(ref tries);
                tried.Set();
                throw new InvalidOperationException("always");
            },
            static options => (options.RetryDelay, options.GiveUpAfter) = (TimeSpan.FromHours(1), TimeSpan.FromHours(2))
        );
        var call = receiver.GetAsync(Published.Viber);
        await tried.NextAsync();

        await receiver.StopAsync();

        Assert.Equal(503, (await call).Status);
        Assert.Equal(2, tries);
    }

    [Theory]
    [InlineData(EsmsCallbackAnswer.WhenHandled)]
    [InlineData(EsmsCallbackAnswer.WhenQueued)]
    public async Task When_the_time_is_over_handlers_are_cancelled_and_the_loss_is_told(EsmsCallbackAnswer when)
    {
        var gate = new Gate();
        var cancelled = new Signal();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            async (callback, cancellationToken) =>
            {
                try
                {
                    await gate.HandleAsync(callback, cancellationToken);
                }
                catch (OperationCanceledException)
                {
                    cancelled.Set();
                    throw;
                }
            },
            options => options.Answer = when,
            static services => services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100))
        );
        var call = receiver.GetAsync(Published.Viber);
        await gate.EnteredAsync();

        // The host tells by an exception that services did not stop in time; the caller may find the connection closed.
        await Record.ExceptionAsync(() => receiver.StopAsync());
        await Record.ExceptionAsync(() => call);

        await cancelled.NextAsync();
        Assert.Contains(receiver.Logs.Lines, static line => line.Contains("stopped before 1 calls were handled", StringComparison.Ordinal));
    }

    /// <summary>However slow the machine is, what waits for a closed gate does not end meanwhile.</summary>
    private static async Task AssertStillRunsAsync(Task stop) =>
        Assert.NotSame(stop, await Task.WhenAny(stop, Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)));
}
