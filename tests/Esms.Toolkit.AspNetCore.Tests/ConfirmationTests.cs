using System.Collections.Concurrent;
using Esms.Emulator;
using Esms.Tests.Receiving.Server;
using Esms.Tests.Server;
using Microsoft.Extensions.Options;

namespace Esms.Tests.Receiving;

public sealed class ConfirmationTests
{
    private const string Lie =
        $"SMSID={Answers.SmsId}&SendFailed=9&SendStatus=4&SendSuccess=9&TotalPrice=1.0000&TotalReceiver=9&TotalSent=9&RequestId=r1&TypeId=2&phonenumber=0901888484&new=1";

    [Fact]
    public async Task What_eSMS_answers_counts()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await ReceiverAsync(received, emulator.Options);

        Assert.Equal(200, (await receiver.GetAsync(Lie)).Status);

        var callback = Assert.Single(received);
        Assert.Equal(
            (SendStatus.Finished, 1, 0, 1, 1, 850m),
            (callback.SendStatus, callback.SendSuccess, callback.SendFailed, callback.TotalSent, callback.TotalReceivers, callback.TotalPrice)
        );
        Assert.Equal(
            ("r1", MessageType.CustomerCare, "0901888484", "\"1\""),
            (callback.RequestId, callback.MessageType, callback.PhoneNumber, callback.UnknownMembers?["new"])
        );
        Assert.Single(receiver.Logs.Lines, static line => line.Contains("does not tell what eSMS answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_truth_passes_without_a_word()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await ReceiverAsync(received, emulator.Options);

        Assert.Equal(
            200,
            (
                await receiver.GetAsync($"SMSID={Answers.SmsId}&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=850.0&TotalReceiver=1&TotalSent=1")
            ).Status
        );

        Assert.Single(received);
        Assert.DoesNotContain(receiver.Logs.Lines, static line => line.Contains("does not tell what eSMS answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_eSMS_does_not_know_never_reaches_the_handler()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await ReceiverAsync(received, emulator.Options, static options => options.GiveUpAfter = TimeSpan.FromSeconds(5));

        Assert.Equal(503, (await receiver.GetAsync("SMSID=unheard-of&SendStatus=5&SendSuccess=1")).Status);

        Assert.Empty(received);
        Assert.Contains(receiver.Logs.Lines, static line => line.Contains("GetSendStatus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_eSMS_cannot_be_asked_it_is_asked_again_before_the_handler_is_called()
    {
        var statuses = new ConcurrentQueue<int>([500, 500, 200]);
        await using var service = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = statuses.TryDequeue(out var status) ? status : 200;
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Answers.Finished), context.RequestAborted);
        });
        var options = service.Options;
        options.MaxTries = 1;
        var received = new ConcurrentQueue<DeliveryCallback>();
        await using var receiver = await ReceiverAsync(received, options);

        Assert.Equal(200, (await receiver.GetAsync(Lie)).Status);

        Assert.Equal((3, 1), (service.Received.Count, Assert.Single(received).SendSuccess));
    }

    [Fact]
    public async Task A_voice_call_is_asked_for_too()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
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
            static options => (options.ConfirmByAsking, options.Account) = (true, "voice"),
            services =>
                services.AddEsms(
                    "voice",
                    account =>
                        (account.ApiKey, account.SecretKey, account.BaseAddress) = (
                            emulator.Options.ApiKey,
                            emulator.Options.SecretKey,
                            emulator.BaseAddress
                        )
                )
        );

        Assert.Equal(
            200,
            (
                await receiver.GetAsync(
                    "ReferenceId=505139D7-54F8-48A9-88FA-9460A78731DD&CallDuration=0&CallStatus=&Ivr=5&Price=7.0000&SentResult=0&CID=02871002454&SendStatus=7"
                )
            ).Status
        );

        var callback = Assert.Single(received);
        Assert.Equal(
            (13, "ANSWERED", null, true, SendStatus.Finished),
            (callback.CallDuration, callback.CallStatus, callback.PressedKey, callback.IsSent, callback.SendStatus)
        );
        Assert.Equal((7m, "02871002454"), (callback.Price, callback.CallerNumber));
    }

    [Theory]
    [InlineData(null, "other")]
    [InlineData("other", null)]
    public async Task Without_a_client_to_ask_with_the_application_does_not_start(string? wanted, string? there)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Receiver.StartAsync(
                static _ => { },
                options => (options.ConfirmByAsking, options.Account) = (true, wanted),
                services =>
                {
                    if (there is null)
                        services.AddEsms(static account => account.ApiKey = account.SecretKey = "key");
                    else
                        services.AddEsms(there, static account => account.ApiKey = account.SecretKey = "key");
                }
            )
        );

        Assert.Contains("ConfirmByAsking needs a client", exception.Message, StringComparison.Ordinal);
    }

    private static Task<Receiver> ReceiverAsync(
        ConcurrentQueue<DeliveryCallback> received,
        EsmsOptions account,
        Action<EsmsCallbackOptions>? configure = null
    ) =>
        Receiver.OfDeliveriesAsync(
            (callback, _) =>
            {
                received.Enqueue(callback);
                return Task.CompletedTask;
            },
            options =>
            {
                options.ConfirmByAsking = true;
                configure?.Invoke(options);
            },
            services =>
                services.AddEsms(options =>
                    (options.ApiKey, options.SecretKey, options.BaseAddress, options.MaxTries) = (
                        account.ApiKey,
                        account.SecretKey,
                        account.BaseAddress,
                        account.MaxTries
                    )
                )
        );
}
