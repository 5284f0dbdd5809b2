using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Stories;

public sealed class SmsStoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_accepted_approved_sent_delivered_called_back_and_charged()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        var sent = await desk.SendSmsAsync(requestId: "order-1");
        var statuses = new List<SendStatus?>();
        foreach (var seconds in new[] { 0, 1, 1, 3 })
        {
            await desk.AdvanceAsync(TimeSpan.FromSeconds(seconds));
            statuses.Add((await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation)).SendStatus);
        }
        var status = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);
        var receiver = Assert.Single((await desk.Client.Messages.GetMessageDetailsAsync(sent.SmsId, Cancellation)).Receivers);
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal([SendStatus.WaitingForApproval, SendStatus.WaitingToSend, SendStatus.WaitingForReport, SendStatus.Finished], statuses);
        Assert.Equal((1, 1, 0, 850m), (status.TotalSent, status.SendSuccess, status.SendFailed, status.TotalPrice));
        Assert.Equal(("0901888484", "Mobifone", true, true), (receiver.Phone, receiver.NetworkName, receiver.IsSent, receiver.SentResult));
        Assert.Equal(
            (sent.SmsId, 1, 0, 850m, "order-1", MessageType.CustomerCare),
            (callback.SmsId, callback.SendSuccess, callback.SendFailed, callback.TotalPrice, callback.RequestId, callback.MessageType)
        );
        Assert.Equal((SendStatus.Finished, Telco.Mobifone, "0901888484"), (callback.SendStatus, callback.Telco, callback.PhoneNumber));
        Assert.Equal(before - 850m, await desk.BalanceAsync());
        var message = Assert.Single(desk.Esms.Messages);
        Assert.Equal(("Baotrixemay", EmulatedOutcome.Delivered, EmulatedChannel.Sms), (message.Sender, message.Outcome, message.Channel));
        Assert.Equal(
            ["accepted", "approved", "sent", "delivered", "called back: HTTP status 200"],
            desk.Esms.Messages.TimelineOf(sent.SmsId).Select(static step => step.Text)
        );
    }

    [Fact]
    public async Task What_fails_is_paid_back_when_its_end_is_known()
    {
        await using var desk = await Desk.StartAsync(new() { Catalogue = { FailingRecipients = { "0901888484" } } });
        var before = await desk.BalanceAsync();

        var sent = await desk.SendSmsAsync();
        Assert.Equal(before - 850m, await desk.BalanceAsync());
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);

        Assert.Equal((0, 1, 0m, SendStatus.Finished), (status.SendSuccess, status.SendFailed, status.TotalPrice, status.SendStatus));
        Assert.Equal(before, await desk.BalanceAsync());
        Assert.Equal(
            (1, 0m),
            (DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries)).SendFailed, DeliveryCallback.Parse(desk.Receiver.Queries[0]).TotalPrice)
        );
    }

    [Fact]
    public async Task Advertising_reaches_each_number_once_and_is_told_as_a_whole()
    {
        await using var desk = await Desk.StartAsync(new() { Catalogue = { FailingRecipients = { "0900000002" } } });
        var phones = Enumerable.Range(1, 40).Select(static number => $"09000000{number:00}").ToList();
        var before = await desk.BalanceAsync();

        var estimate = await desk.Client.Account.EstimateAdvertisingPriceAsync("Giam gia", "QC_ONLINE", phones, Cancellation);
        var sent = await desk.Client.Sms.SendAdvertisingAsync(
            new()
            {
                Brandname = "QC_ONLINE",
                Content = "Giam gia",
                Phones = [.. phones, "0900000001"],
                CallbackUrl = desk.Receiver.Url,
            },
            Cancellation
        );
        var charged = before - await desk.BalanceAsync();
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);
        var details = await desk.Client.Messages.GetMessageDetailsAsync(sent.SmsId, Cancellation);

        Assert.Equal((estimate.TotalPrice, estimate.TotalReceivers), (charged, 40));
        Assert.Equal((40, 39, 1), (status.TotalReceivers, status.SendSuccess, status.SendFailed));
        Assert.Equal("0900000002", Assert.Single(details.Receivers, static receiver => receiver.SentResult == false).Phone);
        Assert.DoesNotContain("phonenumber", Assert.Single(desk.Receiver.Queries), StringComparison.Ordinal);
        Assert.Equal(before - (39 * 565m), await desk.BalanceAsync());
    }

    [Fact]
    public async Task Messages_of_a_span_are_listed_page_by_page()
    {
        await using var desk = await Desk.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await desk.SendSmsAsync($"090188848{i}");
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
        var asked = new GetSentMessagesRequest
        {
            MessageType = MessageType.CustomerCare,
            From = Desk.Morning,
            To = Desk.Morning.AddHours(1),
            Page = 2,
            PageSize = 2,
        };

        var page = await desk.Client.Messages.GetSentMessagesAsync(asked, Cancellation);
        var early = await desk.Client.Messages.GetSentMessagesAsync(
            new()
            {
                MessageType = MessageType.CustomerCare,
                From = Desk.Morning,
                To = Desk.Morning.AddSeconds(90),
                Page = 1,
                PageSize = 500,
            },
            Cancellation
        );

        Assert.Equal((5, "0901888482,0901888483"), (page.TotalCount, string.Join(',', page.Messages.Select(static message => message.Phone))));
        Assert.Equal(
            (2, SendStatus.Finished, SendResult.Succeeded, 850m),
            (early.TotalCount, early.Messages[0].SendStatus, early.Messages[0].SendResult, early.Messages[0].SellPrice)
        );
        Assert.Equal(Desk.Morning.AddSeconds(2), early.Messages[0].SentTime);
        Assert.Equal(
            EsmsResultCode.InvalidPaging,
            await Desk.RefusalOf(() =>
                desk.Client.Messages.GetSentMessagesAsync(
                    new()
                    {
                        MessageType = MessageType.CustomerCare,
                        From = Desk.Morning,
                        To = Desk.Morning,
                        PageSize = 501,
                    },
                    Cancellation
                )
            )
        );
    }

    [Fact]
    public async Task A_send_for_later_waits_for_its_time()
    {
        await using var desk = await Desk.StartAsync();

        var sent = await desk.Client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "Hen gap",
                SendDate = Desk.Morning.AddHours(2),
            },
            Cancellation
        );
        desk.Esms.Clock.Advance(TimeSpan.FromHours(1.99));
        var waiting = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(2));
        var finished = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);

        Assert.Equal((SendStatus.WaitingToSend, SendStatus.Finished), (waiting.SendStatus, finished.SendStatus));
    }

    [Fact]
    public async Task A_one_time_code_is_made_checked_once_and_expires()
    {
        await using var desk = await Desk.StartAsync();
        Task<CheckOtpResponse> Check(string code) => desk.Client.Otp.CheckOtpAsync("0901888484", code, Cancellation);
        async Task<string> Send()
        {
            await desk.Client.Otp.SendOtpAsync(
                new()
                {
                    Phone = "0901888484",
                    Brandname = "Baotrixemay",
                    Content = "{OTP} la ma cua ban",
                    TimeAlive = TimeSpan.FromMinutes(5),
                    CodeLength = 8,
                },
                Cancellation
            );
            return desk.Esms.Messages.Last().OneTimeCode!;
        }

        var (first, second) = (await Send(), await Send());

        Assert.Equal(8, first.Length);
        Assert.Contains(first, desk.Esms.Messages.First().Content, StringComparison.Ordinal);
        Assert.Equal(EsmsResultCode.OneTimeCodeInvalid, await Desk.RefusalOf(() => Check("00000000x")));
        Assert.Equal("0901888484, Content: Success!", (await Check(first)).ServiceMessage);
        Assert.Equal(EsmsResultCode.OneTimeCodeInvalid, await Desk.RefusalOf(() => Check(first)));
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(EsmsResultCode.OneTimeCodeInvalid, await Desk.RefusalOf(() => Check(second)));
    }
}
