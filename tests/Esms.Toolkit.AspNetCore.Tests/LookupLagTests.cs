using System.Collections.Concurrent;
using Esms.Tests.Receiving.Server;
using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Esms.Tests.Receiving;

/// <summary>The service does not update its look-up at the moment at which it calls back.</summary>
public sealed class LookupLagTests
{
    /// <summary>What is looked up first and at last, of one callback, and what the handler gets.</summary>
    public static TheoryData<string, (int?, int?, int?)[], (int, int, int)> Lags =>
        new()
        {
            { "SendStatus=5&SendSuccess=1&SendFailed=0", [(7, 0, 0), (7, 0, 0), (5, 1, 0)], (5, 1, 0) },
            { "SendStatus=5&SendSuccess=1&SendFailed=0", [(0, 0, 0), (1, 0, 0), (2, 0, 0), (7, 0, 0), (5, 0, 1)], (5, 0, 1) },
            { "SendStatus=5&SendSuccess=1&SendFailed=0", [(7, 0, 0), (4, 0, 1)], (4, 0, 1) },
            { "SendStatus=4&SendSuccess=0&SendFailed=1", [(2, 0, 0), (4, 0, 1)], (4, 0, 1) },
            { "SendStatus=5&SendSuccess=2&SendFailed=1", [(5, 0, 0), (5, 1, 1), (5, 2, 1)], (5, 2, 1) },
            { "SendStatus=7&SendSuccess=0&SendFailed=0", [(2, 0, 0), (7, 0, 0)], (7, 0, 0) },
            { "SendSuccess=1&SendFailed=0", [(7, 0, 0), (5, 1, 0)], (5, 1, 0) },
            { "SendStatus=undefined&SendSuccess=1", [(7, 0, 0), (5, 1, 0)], (5, 1, 0) },
            { "SendStatus=5&SendSuccess=1&SendFailed=0", [(null, null, null), (5, 1, 0)], (5, 1, 0) },
        };

    [Theory]
    [MemberData(nameof(Lags))]
    public async Task A_look_up_that_is_behind_the_callback_is_asked_for_again(string said, (int?, int?, int?)[] answers, (int, int, int) handled)
    {
        await using var service = await StatusesAsync(answers);
        var deliveries = new Deliveries();
        await using var receiver = await ReceiverAsync(deliveries, service);

        Assert.Equal(200, (await receiver.GetAsync($"SMSID={Answers.SmsId}&{said}")).Status);

        var callback = Assert.Single(deliveries.Received);
        Assert.Equal(handled, ((int)callback.SendStatus!, callback.SendSuccess!.Value, callback.SendFailed!.Value));
        Assert.Equal(answers.Length, service.Received.Count);
    }

    /// <summary>One answer is enough, and it counts, whatever the callback says.</summary>
    public static TheoryData<string, (int?, int?, int?)> Contradictions =>
        new()
        {
            { "SendStatus=7&SendSuccess=0&SendFailed=0", (5, 1, 0) },
            { "SendStatus=4&SendSuccess=0&SendFailed=1", (5, 1, 0) },
            { "SendStatus=5&SendSuccess=3&SendFailed=0", (4, 0, 0) },
            { "SendStatus=5&SendSuccess=3&SendFailed=0", (5, 0, 3) },
            { "SendStatus=5&SendSuccess=9&SendFailed=9", (5, 2, 1) },
            { "SendStatus=5&SendSuccess=1&SendFailed=0", (6, 0, 0) },
            { "SendStatus=5&SendSuccess=0&SendFailed=0", (5, 0, 0) },
            { "SendStatus=5", (5, 0, 0) },
        };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task A_look_up_that_says_something_else_counts_at_once(string said, (int?, int?, int?) answer)
    {
        await using var service = await StatusesAsync(answer);
        var deliveries = new Deliveries();
        await using var receiver = await ReceiverAsync(deliveries, service);

        Assert.Equal(200, (await receiver.GetAsync($"SMSID={Answers.SmsId}&{said}")).Status);

        var callback = Assert.Single(deliveries.Received);
        Assert.Equal(answer, ((int?)callback.SendStatus, callback.SendSuccess, callback.SendFailed));
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task A_report_that_the_look_up_did_not_reach_in_time_is_not_taken_for_handled()
    {
        var statuses = new[] { (int?)7 };
        await using var service = await StatusesAsync(() => (statuses[0], 1, 0));
        var deliveries = new Deliveries();
        await using var receiver = await ReceiverAsync(
            deliveries,
            service,
            static options => (options.GiveUpAfter, options.RetryDelay) = (TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200))
        );
        var query = $"SMSID={Answers.SmsId}&SendStatus=5&SendSuccess=1&SendFailed=0";

        Assert.Equal(503, (await receiver.GetAsync(query)).Status);
        Assert.Empty(deliveries.Received);
        Assert.Contains(receiver.Logs.Lines, static line => line.Contains("earlier state than that of its callback", StringComparison.Ordinal));
        statuses[0] = 5;

        Assert.Equal(200, (await receiver.GetAsync(query)).Status);
        Assert.Equal(SendStatus.Finished, Assert.Single(deliveries.Received).SendStatus);
    }

    [Fact]
    public async Task Counters_that_never_come_on_do_not_cost_the_end_itself()
    {
        var clock = new FakeTimeProvider();
        var asked = 0;
        await using var service = await StatusesAsync(() =>
        {
            if (Interlocked.Increment(ref asked) == 3)
                clock.Advance(TimeSpan.FromSeconds(61));
            return (5, 0, 0);
        });
        var deliveries = new Deliveries();
        await using var receiver = await Receiver.OfDeliveriesAsync(
            deliveries.KeepAsync,
            static options =>
            {
                options.ConfirmByAsking = true;
                options.RetryDelay = TimeSpan.FromTicks(1); // The clock stands still while a handler pauses, so it may not pause.
            },
            services => AddClient(services.AddSingleton<TimeProvider>(clock), service.Options)
        );

        Assert.Equal(200, (await receiver.GetAsync($"SMSID={Answers.SmsId}&SendStatus=5&SendSuccess=1&SendFailed=0")).Status);

        var callback = Assert.Single(deliveries.Received);
        Assert.Equal((3, SendStatus.Finished, 0), (asked, callback.SendStatus, callback.SendSuccess));
    }

    [Fact]
    public async Task A_voice_call_whose_look_up_is_behind_is_asked_for_again()
    {
        var statuses = new ConcurrentQueue<int>([2, 7, 5]);
        await using var service = await AnsweringAsync(() =>
            $$"""{"CallDuration":13,"CallStatus":"ANSWERED","CodeResponse":"100","Ivr":"","ReferenceId":"r","SendStatus":{{(
                statuses.TryDequeue(out var status) ? status : 5
            )}},"SentResult":1}"""
        );
        var received = new ConcurrentQueue<VoiceCallback>();
        await using var receiver = await Receiver.StartAsync(
            app =>
                app.MapEsmsVoiceCallback(
                    "/esms/{token}",
                    (callback, _) =>
                    {
                        received.Enqueue(callback);
                        return Task.CompletedTask;
                    }
                ),
            static options => options.ConfirmByAsking = true,
            services => AddClient(services, service.Options)
        );

        Assert.Equal(200, (await receiver.GetAsync("ReferenceId=r&CallDuration=0&CallStatus=&SentResult=0&SendStatus=5")).Status);

        Assert.Equal((SendStatus.Finished, 13), (Assert.Single(received).SendStatus, received.Single().CallDuration));
        Assert.Equal(3, service.Received.Count);
    }

    private static Task<Receiver> ReceiverAsync(Deliveries deliveries, LoopbackServer service, Action<EsmsCallbackOptions>? configure = null) =>
        Receiver.OfDeliveriesAsync(
            deliveries.KeepAsync,
            options =>
            {
                options.ConfirmByAsking = true;
                configure?.Invoke(options);
            },
            services => AddClient(services, service.Options)
        );

    private static void AddClient(IServiceCollection services, EsmsOptions account) =>
        services.AddEsms(options =>
            (options.ApiKey, options.SecretKey, options.BaseAddress, options.MaxTries) = (
                account.ApiKey,
                account.SecretKey,
                account.BaseAddress,
                account.MaxTries
            )
        );

    /// <summary>A service that looks up one status after the other, and at last always the same.</summary>
    private static Task<LoopbackServer> StatusesAsync(params (int?, int?, int?)[] answers)
    {
        var asked = -1;
        return StatusesAsync(() => answers[Math.Min(Interlocked.Increment(ref asked), answers.Length - 1)]);
    }

    /// <summary>Of a send to three recipients.</summary>
    private static Task<LoopbackServer> StatusesAsync(Func<(int? Status, int? Success, int? Failed)> next) =>
        AnsweringAsync(() =>
        {
            var (status, success, failed) = next();
            return $$"""
                {"CodeResponse":"100","SMSID":"{{Answers.SmsId}}","SendStatus":{{Json(status)}},"SendSuccess":{{Json(success)}},"SendFailed":{{Json(
                    failed
                )}},"TotalPrice":850.0,"TotalReceiver":3,"TotalSent":3}
                """;
        });

    private static string Json(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null";

    private static Task<LoopbackServer> AnsweringAsync(Func<string> body) =>
        LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body()), context.RequestAborted).AsTask()
        );
}
