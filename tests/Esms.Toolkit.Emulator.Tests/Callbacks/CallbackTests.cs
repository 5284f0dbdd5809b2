using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Callbacks;

public sealed class CallbackTests
{
    /// <summary>Long enough for a callback to arrive, and be answered, on a busy machine.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_tried_five_times_and_no_more()
    {
        await using var desk = await Desk.StartAsync(new() { Callbacks = { Timeout = Short } });
        desk.Receiver.Status = 0;

        var sent = await desk.SendSmsAsync();
        for (var i = 0; i < 8; i++)
            await desk.AdvanceAsync(TimeSpan.FromSeconds(10));

        var attempts = desk.Esms.Messages.CallbacksOf(sent.SmsId);
        Assert.Equal(5, attempts.Count);
        Assert.Equal(5, desk.Receiver.Queries.Count);
        Assert.All(attempts, static attempt => Assert.Equal((null, "no answer in time"), (attempt.Status, attempt.Error)));
        Assert.Equal([10, 10, 10, 10], attempts.Zip(attempts.Skip(1), static (one, next) => (next.At - one.At).TotalSeconds));
    }

    [Fact]
    public async Task A_receiver_that_wakes_up_in_between_gets_it_once()
    {
        await using var desk = await Desk.StartAsync(new() { Callbacks = { Timeout = Short } });
        desk.Receiver.Status = 0;

        var sent = await desk.SendSmsAsync();
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10));
        desk.Receiver.Status = 200;
        for (var i = 0; i < 4; i++)
            await desk.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal([null, 200], desk.Esms.Messages.CallbacksOf(sent.SmsId).Select(static attempt => attempt.Status));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 5)]
    public async Task An_error_of_the_receiver_is_an_answer_for_messages_and_none_for_calls(bool isVoice, int tries)
    {
        await using var desk = await Desk.StartAsync();
        desk.Receiver.Status = 500;

        var id = isVoice
            ? (
                await desk.Client.Voice.CallWithTemplateAsync(
                    new()
                    {
                        TemplateId = "1",
                        Phone = "0901888484",
                        CallbackUrl = desk.Receiver.Url,
                    },
                    Cancellation
                )
            ).SmsId
            : (await desk.SendSmsAsync()).SmsId;
        for (var i = 0; i < 8; i++)
            await desk.AdvanceAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(tries, desk.Esms.Messages.CallbacksOf(id).Count(static attempt => attempt.Status == 500));
    }

    [Theory]
    [InlineData("https://esms.vn/webhook/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.1.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address at all")]
    [InlineData("http://[bad")]
    public async Task What_is_not_on_this_machine_is_not_called(string address)
    {
        await using var desk = await Desk.StartAsync();

        var sent = await desk.SendZaloAsync(callbackUrl: address);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith("not called", Assert.Single(desk.Esms.Messages.CallbacksOf(sent.SmsId)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var desk = await Desk.StartAsync();
        desk.Receiver.Status = 302;

        var sent = await desk.SendSmsAsync();
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(302, Assert.Single(desk.Esms.Messages.CallbacksOf(sent.SmsId)).Status);
        Assert.Single(desk.Receiver.Queries);
    }

    [Fact]
    public async Task An_address_with_parameters_of_its_own_keeps_them()
    {
        await using var desk = await Desk.StartAsync();

        await desk.SendZaloAsync(callbackUrl: $"{desk.Receiver.Url}?token=a%2Fb");
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith("token=a%2Fb&SMSID=", Assert.Single(desk.Receiver.Queries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_hand_a_message_fails_is_called_back_again_comes_late_and_is_rejected()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();
        var (one, late, rejected) = (await desk.SendSmsAsync(), await desk.SendSmsAsync(), await desk.SendSmsAsync());

        desk.Esms.Actions.Fail(one.SmsId, errorText: "out of reach");
        desk.Esms.Actions.Reject(rejected.SmsId, "not allowed");
        desk.Esms.Actions.Postpone(late.SmsId, TimeSpan.FromHours(1));
        await desk.AdvanceAsync(TimeSpan.FromMinutes(30));
        var afterFailure = await desk.BalanceAsync();
        desk.Esms.Actions.Deliver(one.SmsId);
        desk.Esms.Actions.Redeliver(rejected.SmsId);
        await desk.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(before - 850m, afterFailure); // The late one alone is paid for until then.
        Assert.Equal(before - 1700m, await desk.BalanceAsync());
        Assert.Equal(
            [EmulatedOutcome.Delivered, EmulatedOutcome.Delivered, EmulatedOutcome.Rejected],
            desk.Esms.Messages.Select(static message => message.Outcome)
        );
        var callbacks = desk
            .Receiver.Queries.Select(DeliveryCallback.Parse)
            .GroupBy(static callback => callback.SmsId)
            .ToDictionary(static group => group.Key, static group => group.ToList());
        Assert.Equal([0, 1], callbacks[one.SmsId].Select(static callback => callback.SendSuccess));
        Assert.Equal(SendStatus.Rejected, Assert.IsType<DeliveryCallback>(callbacks[rejected.SmsId][1]).SendStatus);
        Assert.Single(callbacks[late.SmsId]);
        Assert.Equal(
            ["accepted", "rejected", "called back: HTTP status 200", "called back: HTTP status 200"],
            desk.Esms.Messages.TimelineOf(rejected.SmsId).Select(static step => step.Text)
        );
    }

    [Fact]
    public async Task With_a_running_clock_the_callback_comes_by_itself()
    {
        await using var desk = await Desk.StartAsync(
            new()
            {
                Clock = EmulatorClock.Running(),
                Pace =
                {
                    Review = TimeSpan.Zero,
                    Queue = TimeSpan.Zero,
                    Report = TimeSpan.FromMilliseconds(100),
                },
            }
        );

        await desk.SendSmsAsync();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (desk.Receiver.Queries.Count == 0)
            await Task.Delay(10, limit.Token);
    }

    [Fact]
    public async Task With_a_running_clock_the_tries_come_by_themselves()
    {
        await using var desk = await Desk.StartAsync(
            new()
            {
                Clock = EmulatorClock.Running(),
                Pace =
                {
                    Review = TimeSpan.Zero,
                    Queue = TimeSpan.Zero,
                    Report = TimeSpan.Zero,
                },
                Callbacks = { Timeout = Short, RetryDelay = TimeSpan.FromMilliseconds(50) },
            }
        );
        desk.Receiver.Status = 0;

        var sent = await desk.SendSmsAsync();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (desk.Esms.Messages.CallbacksOf(sent.SmsId).Count < 5)
            await Task.Delay(10, limit.Token);
    }

    /// <summary>Refused ones are done the soonest, so that one who looks for what is due meets another who has just done it.</summary>
    [Fact]
    public async Task However_many_look_for_what_is_due_each_callback_is_made_once()
    {
        await using var desk = await Desk.StartAsync();
        for (var i = 0; i < 100; i++)
            await desk.SendZaloAsync(callbackUrl: "http://10.0.0.1/");
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Esms.SettleAsync(Cancellation), Cancellation)));

        Assert.All(desk.Esms.Messages, message => Assert.Single(desk.Esms.Messages.CallbacksOf(message.Id)));
    }

    [Fact]
    public async Task A_listener_hears_every_step()
    {
        await using var desk = await Desk.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var heard = new List<EmulatorChangeKind>();
        var enumerator = desk.Esms.Engine.ListenAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var first = enumerator.MoveNextAsync();

        await desk.SendSmsAsync();
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var more = await first; heard.Count < 5 && more; more = heard.Count < 5 && await enumerator.MoveNextAsync())
            heard.Add(enumerator.Current.Kind);
        await stop.CancelAsync();

        Assert.Equal(1, heard.Count(static kind => kind == EmulatorChangeKind.Accepted));
        Assert.Equal(3, heard.Count(static kind => kind == EmulatorChangeKind.Moved));
        Assert.Equal(1, heard.Count(static kind => kind == EmulatorChangeKind.CalledBack));
    }
}
