using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Rules;

/// <summary>What the emulator remembers, for how long, and for whom.</summary>
public sealed class MemoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_id_is_refused_for_24_hours_with_the_status_of_the_first_send()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SendSmsAsync(requestId: "order-1");
        Task<EsmsResult<SendCustomerCareResponse>> Repeat() =>
            desk.Client.Sms.TrySendAsync(
                new SendCustomerCareRequest
                {
                    Brandname = "Baotrixemay",
                    Phone = "0901888485",
                    Content = "Khac",
                    RequestId = "order-1",
                },
                Cancellation
            );

        var early = await Repeat();
        desk.Esms.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        var late = await Repeat();
        desk.Esms.Clock.Advance(TimeSpan.FromSeconds(1));
        var nextDay = await Repeat();

        Assert.Equal((EsmsResultCode.DuplicateRequestId, SendStatus.WaitingForApproval), (early.Code, early.Response!.SendStatus));
        Assert.Equal((EsmsResultCode.DuplicateRequestId, SendStatus.Finished), (late.Code, late.Response!.SendStatus));
        Assert.Equal(EsmsResultCode.Success, nextDay.Code);
        Assert.Equal(2, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task A_refused_send_uses_no_request_id_and_no_money()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        Assert.Equal(EsmsResultCode.InvalidPhone, await Desk.RefusalOf(() => desk.SendSmsAsync("12345", "order-1")));
        Assert.Equal(before, await desk.BalanceAsync());
        await desk.SendSmsAsync(requestId: "order-1");

        Assert.Single(desk.Esms.Messages);
    }

    [Fact]
    public async Task The_status_is_known_for_seven_days()
    {
        await using var desk = await Desk.StartAsync();
        var sent = await desk.SendSmsAsync(callBack: false);

        desk.Esms.Clock.Advance(TimeSpan.FromDays(7));
        var last = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);
        desk.Esms.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(SendStatus.Finished, last.SendStatus);
        Assert.Equal(EsmsResultCode.NotFound, await Desk.RefusalOf(() => desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation)));
        Assert.Equal(EsmsResultCode.NotFound, await Desk.RefusalOf(() => desk.Client.Messages.GetMessageDetailsAsync(sent.SmsId, Cancellation)));
        Assert.NotNull(desk.Esms.Messages.Find(sent.SmsId)); // The emulator itself forgets nothing so soon.
    }

    [Fact]
    public async Task A_message_of_a_moment_ago_can_be_unknown()
    {
        await using var desk = await Desk.StartAsync(new() { Pace = { Unknown = TimeSpan.FromSeconds(5) } });
        var sent = await desk.SendSmsAsync();

        Assert.Equal(EsmsResultCode.NotFound, await Desk.RefusalOf(() => desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation)));
        desk.Esms.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(SendStatus.Finished, (await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation)).SendStatus);
    }

    [Fact]
    public async Task A_trial_is_checked_and_leaves_no_message()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();
        SendCustomerCareRequest To(string phone) =>
            new()
            {
                Brandname = "Baotrixemay",
                Phone = phone,
                Content = "Thu",
                Sandbox = true,
                CallbackUrl = desk.Receiver.Url,
            };

        var trial = await desk.Client.Sms.SendCustomerCareAsync(To("0901888484"), Cancellation);
        var again = await desk.Client.Sms.SendCustomerCareAsync(To("0901888484"), Cancellation);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.NotEqual(trial.SmsId, again.SmsId);
        Assert.Equal(EsmsResultCode.InvalidPhone, await Desk.RefusalOf(() => desk.Client.Sms.SendCustomerCareAsync(To("1"), Cancellation)));
        Assert.Empty(desk.Esms.Messages);
        Assert.Empty(desk.Receiver.Queries);
        Assert.Equal(before, await desk.BalanceAsync());
        Assert.Equal(EsmsResultCode.NotFound, await Desk.RefusalOf(() => desk.Client.Messages.GetSendStatusAsync(trial.SmsId, Cancellation)));
        await desk.SendSmsAsync(requestId: "order-1");
    }

    [Fact]
    public async Task Accounts_know_nothing_of_each_other()
    {
        await using var desk = await Desk.StartAsync(
            new()
            {
                Accounts =
                {
                    new()
                    {
                        Name = "shop",
                        ApiKey = "shop-key",
                        SecretKey = "shop-secret",
                        Balance = 1000m,
                        UserId = 7,
                    },
                },
            }
        );
        using var shop = new EsmsClient(desk.Esms.OptionsOf("shop"));

        var own = await desk.SendSmsAsync(requestId: "order-1");
        var theirs = await desk.SendSmsAsync(requestId: "order-1", client: shop);
        var balance = await shop.Account.GetBalanceAsync(Cancellation);

        Assert.Equal((150m, 7), (balance.Balance, balance.UserId));
        Assert.Equal(EsmsResultCode.BalanceTooLow, await Desk.RefusalOf(() => desk.SendSmsAsync(client: shop)));
        Assert.Equal(EsmsResultCode.NotFound, await Desk.RefusalOf(() => shop.Messages.GetSendStatusAsync(own.SmsId, Cancellation)));
        Assert.Equal(EsmsResultCode.NotFound, await Desk.RefusalOf(() => desk.Client.Messages.GetSendStatusAsync(theirs.SmsId, Cancellation)));
        Assert.Equal(["main", "shop"], desk.Esms.Messages.Select(static message => message.Account));
    }

    [Fact]
    public async Task A_file_keeps_everything_for_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "esms.db");
            string id;
            await using (var desk = await Desk.StartAsync(new() { DataFile = file }))
                id = (await desk.SendSmsAsync(requestId: "order-1")).SmsId;
            await using var next = await Desk.StartAsync(new() { DataFile = file, Clock = EmulatorClock.Stopped(Desk.Morning.AddMinutes(1)) });

            Assert.Equal(SendStatus.Finished, (await next.Client.Messages.GetSendStatusAsync(id, Cancellation)).SendStatus);
            Assert.Equal(10_000_000m - 850m, await next.BalanceAsync());
            Assert.Equal(EsmsResultCode.DuplicateRequestId, await Desk.RefusalOf(() => next.SendSmsAsync(requestId: "order-1")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
