using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Stories;

public sealed class ZaloStoryTests
{
    private const string FailingPhone = "0912345679";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static EsmsEmulatorOptions WithFailing => new() { Catalogue = { FailingRecipients = { FailingPhone, Desk.ZaloUser } } };

    [Fact]
    public async Task A_template_message_is_delivered_and_every_look_up_says_so()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        var sent = await desk.SendZaloAsync();
        var early = await desk.Client.Messages.GetZaloSendStatusAsync(sent.SmsId, MessageType.ZaloNormal, Cancellation);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Messages.GetZaloSendStatusAsync(sent.SmsId, MessageType.ZaloNormal, Cancellation);
        var atZalo = await desk.Client.Messages.GetZaloMessageStatusAsync(Desk.OfficialAccount, status.Status.ZaloMessageId!, Cancellation);
        var again = Assert.Single((await desk.Client.Messages.GetZaloCallbacksAsync([sent.SmsId], Desk.OfficialAccount, Cancellation)).Callbacks);
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal((false, null), (early.Status.IsFinal, early.Status.Outcome));
        Assert.Equal(
            (true, ZaloSendOutcome.Delivered, 1, 660m),
            (status.Status.IsFinal, status.Status.Outcome, status.Status.SendSuccess, status.Status.TotalPrice)
        );
        Assert.Equal(ZaloDeliveryStatus.Delivered, atZalo.Delivery.Status);
        Assert.Equal(Desk.Morning.AddSeconds(5), atZalo.Delivery.DeliveredAt);
        Assert.Equal((sent.SmsId, "0912345678", "200607", 0), (again.SmsId, again.PhoneNumber, again.TemplateId, again.ErrorInfo?.Value?.Code));
        Assert.Equal(
            (sent.SmsId, Desk.OfficialAccount, "200607", status.Status.ZaloMessageId),
            (callback.SmsId, callback.OfficialAccountId, callback.TemplateId, callback.PartnerIds)
        );
        Assert.Equal((0, Telco.Vinaphone), (callback.ErrorInfo?.Value?.Code, callback.Telco));
        Assert.Equal(before - 660m, await desk.BalanceAsync());
    }

    [Fact]
    public async Task A_message_that_Zalo_refuses_costs_nothing_and_has_its_code_everywhere()
    {
        await using var desk = await Desk.StartAsync(WithFailing);
        var before = await desk.BalanceAsync();

        var sent = await desk.SendZaloAsync(FailingPhone);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Messages.GetZaloSendStatusAsync(sent.SmsId, MessageType.ZaloNormal, Cancellation);
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal((true, -114, 1, 0), (status.Status.IsFinal, (int?)status.Status.Outcome, status.Status.SendFailed, status.Status.TotalSent));
        Assert.Equal((-114, null, 1, 0), (callback.ErrorInfo?.Value?.Code, callback.PartnerIds, callback.SendFailed, callback.TotalSent));
        Assert.Equal(before, await desk.BalanceAsync());
    }

    [Fact]
    public async Task A_message_to_a_follower_is_called_back_with_a_cut_id_and_twice_encoded_words()
    {
        await using var desk = await Desk.StartAsync();

        await desk.Client.Zalo.SendZaloTextAsync(
            new()
            {
                OfficialAccountId = Desk.OfficialAccount,
                UserId = Desk.ZaloUser,
                Content = "Xin chào",
                CallbackUrl = desk.Receiver.Url,
            },
            Cancellation
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal(
            (MessageType.ZaloFollower, Desk.ZaloUser[..15], Desk.ZaloUser),
            (callback.MessageType, callback.PhoneNumber, callback.ErrorInfo?.Value?.Data?.UserId)
        );
        Assert.EndsWith("05/01/2026 10:00:05", callback.ErrorInfo?.Rest, StringComparison.Ordinal);
        Assert.Equal(60m, callback.TotalPrice);
    }

    [Fact]
    public async Task A_template_message_to_a_user_is_called_back_with_plain_json()
    {
        await using var desk = await Desk.StartAsync();

        await desk.Client.Zalo.SendZaloTemplateToUserAsync(
            new()
            {
                OfficialAccountId = Desk.OfficialAccount,
                TemplateId = "1",
                UserId = Desk.ZaloUser,
                TempData = new Dictionary<string, string> { ["a"] = "b" },
                CallbackUrl = desk.Receiver.Url,
            },
            Cancellation
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal((MessageType.ZaloNormal, Desk.ZaloUser, 9), (callback.MessageType, callback.PhoneNumber, (int?)callback.Telco));
        Assert.Equal(ZaloDeliveryStatus.Delivered, callback.ErrorInfo?.Value?.Data?.Status);
    }

    [Theory]
    [InlineData("0912345678", EmulatedChannel.Zalo, 660)]
    [InlineData(FailingPhone, EmulatedChannel.Sms, 850)]
    public async Task An_sms_goes_out_where_Zalo_does_not_reach_the_phone(string phone, EmulatedChannel channel, int price)
    {
        await using var desk = await Desk.StartAsync(WithFailing);
        var before = await desk.BalanceAsync();

        var sent = await desk.Client.Zalo.SendZaloThenSmsAsync(phone, ThenSms(desk.Receiver.Url), Cancellation);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);

        Assert.Equal((channel, EmulatedOutcome.Delivered), (desk.Esms.Messages.Single().Channel, desk.Esms.Messages.Single().Outcome));
        Assert.Equal((price, 1), (status.TotalPrice, status.SendSuccess));
        Assert.Equal(before - price, await desk.BalanceAsync());
        Assert.Single(desk.Receiver.Queries);
        Assert.Equal(
            EsmsResultCode.DuplicateRequestId,
            await Desk.RefusalOf(() => desk.Client.Zalo.SendZaloThenSmsAsync(phone, ThenSms(desk.Receiver.Url), Cancellation))
        );
    }

    [Fact]
    public async Task An_sms_goes_out_when_Zalo_is_made_to_fail_by_hand()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        var sent = await desk.Client.Zalo.SendZaloThenSmsAsync("0912345678", ThenSms(desk.Receiver.Url), Cancellation);
        desk.Esms.Actions.Fail(sent.SmsId);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((EmulatedChannel.Sms, EmulatedOutcome.Delivered), (desk.Esms.Messages.Single().Channel, desk.Esms.Messages.Single().Outcome));
        Assert.Equal(before - 850m, await desk.BalanceAsync());
    }

    [Fact]
    public async Task Each_message_of_many_is_judged_by_itself()
    {
        await using var desk = await Desk.StartAsync();
        ZaloBulkMessage To(string phone, string? requestId = null) =>
            new()
            {
                Phone = phone,
                Params = ["A"],
                RequestId = requestId,
            };

        var sent = await desk.Client.Zalo.SendZaloTemplateBulkAsync(
            new()
            {
                OfficialAccountId = Desk.OfficialAccount,
                TemplateId = "267247",
                Messages = [To("0901888484", "a"), To("097469188"), To("0901888485", "a"), To("0901888486")],
            },
            Cancellation
        );

        Assert.Equal((2, 2), (sent.TotalSuccess, sent.TotalFail));
        Assert.Equal(
            [EsmsResultCode.Success, EsmsResultCode.InvalidPhone, EsmsResultCode.DuplicateRequestId, EsmsResultCode.Success],
            sent.Results.Select(static result => result.ResultCode)
        );
        Assert.Equal("The phone number 097469188 is not valid.", sent.Results[1].ErrorMessage);
        Assert.Equal(sent.Results.Select(static result => result.SmsId).OfType<string>(), desk.Esms.Messages.Select(static message => message.Id));
    }

    private static ZaloThenSmsChannels ThenSms(string callbackUrl) =>
        new()
        {
            Zalo = new()
            {
                OfficialAccountId = Desk.OfficialAccount,
                TemplateId = "205644",
                Params = ["686868"],
                RequestId = "zalo-1",
                CallbackUrl = callbackUrl,
            },
            Sms = new()
            {
                Brandname = "Baotrixemay",
                Content = "686868 la ma cua ban",
                RequestId = "sms-1",
                CallbackUrl = callbackUrl,
            },
        };
}
