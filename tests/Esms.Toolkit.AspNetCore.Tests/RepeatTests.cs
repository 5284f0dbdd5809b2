using System.Collections.Concurrent;
using Esms.Tests.Receiving.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Esms.Tests.Receiving;

public sealed class RepeatTests
{
    [Fact]
    public async Task A_repeat_is_answered_and_not_handled()
    {
        var handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync((_, _) => Task.FromResult(Interlocked.Increment(ref handled)));

        for (var call = 0; call < 6; call++)
            Assert.Equal(200, (await receiver.GetAsync(Published.Viber)).Status);

        Assert.Equal(1, handled);
    }

    [Theory]
    [InlineData("SendStatus=5", "SendStatus=7")]
    [InlineData("phonenumber=0901888484", "phonenumber=0901888485")]
    [InlineData("TotalPrice=470.0000", "TotalPrice=471.0000")]
    public async Task What_differs_is_another_call(string from, string to)
    {
        var handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync((_, _) => Task.FromResult(Interlocked.Increment(ref handled)));
        Assert.Contains(from, Published.Viber, StringComparison.Ordinal);

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber)).Status);
        Assert.Equal(200, (await receiver.GetAsync(Published.Viber.Replace(from, to, StringComparison.Ordinal))).Status);

        Assert.Equal(2, handled);
    }

    [Fact]
    public async Task The_order_of_parameters_does_not_make_another_call()
    {
        var handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync((_, _) => Task.FromResult(Interlocked.Increment(ref handled)));

        Assert.Equal(200, (await receiver.GetAsync("SMSID=1&SendStatus=5")).Status);
        Assert.Equal(200, (await receiver.GetAsync("SendStatus=5&SMSID=1")).Status);
        Assert.Equal(1, handled);
        Assert.Equal(200, (await receiver.GetAsync("SMSID=1&SendStatus=5&a=bc&d=")).Status);
        Assert.Equal(200, (await receiver.GetAsync("SMSID=1&SendStatus=5&ab=c&d=")).Status);
        Assert.Equal(3, handled);
    }

    [Fact]
    public async Task Two_addresses_do_not_take_calls_from_each_other()
    {
        var handled = new ConcurrentQueue<string>();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            app.MapEsmsDeliveryCallback("/one/{token}", (_, _) => Enqueue("one"));
            app.MapEsmsDeliveryCallback("/two/{token}", (_, _) => Enqueue("two"));
        });

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber, $"/one/{Receiver.Token}")).Status);
        Assert.Equal(200, (await receiver.GetAsync(Published.Viber, $"/two/{Receiver.Token}")).Status);

        Assert.Equal(["one", "two"], handled);

        Task Enqueue(string name)
        {
            handled.Enqueue(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_repeat_of_a_call_under_way_waits_for_its_handler()
    {
        var gate = new Gate();
        await using var receiver = await Receiver.OfDeliveriesAsync(gate.HandleAsync);
        var calls = Enumerable.Range(0, 5).Select(_ => receiver.GetAsync(Published.Viber)).ToList();
        await gate.EnteredAsync();
        Assert.DoesNotContain(calls, static call => call.IsCompleted);

        gate.Open();

        Assert.All(await Task.WhenAll(calls), static answer => Assert.Equal(200, answer.Status));
        Assert.Equal(1, gate.Handled);
    }

    [Fact]
    public async Task Calls_are_forgotten_when_their_time_is_over()
    {
        var handled = 0;
        var clock = new FakeTimeProvider();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (_, _) => Task.FromResult(Interlocked.Increment(ref handled)),
            static options => options.RememberFor = TimeSpan.FromMinutes(10),
            services => services.AddSingleton<TimeProvider>(clock)
        );

        await receiver.GetAsync(Published.Viber);
        clock.Advance(TimeSpan.FromMinutes(9));
        await receiver.GetAsync(Published.Viber);
        Assert.Equal(1, handled);
        clock.Advance(TimeSpan.FromMinutes(2));
        await receiver.GetAsync(Published.Viber);

        Assert.Equal(2, handled);
    }

    [Fact]
    public async Task No_more_calls_are_remembered_than_there_is_room_for()
    {
        var handled = new ConcurrentQueue<string>();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            (callback, _) =>
            {
                handled.Enqueue(callback.SmsId);
                return Task.CompletedTask;
            },
            static options => options.RememberAtMost = 2
        );

        foreach (var id in new[] { "1", "2", "3", "2", "3", "1" })
            await receiver.GetAsync($"SMSID={id}");

        Assert.Equal(["1", "2", "3", "1"], handled);
    }
}
