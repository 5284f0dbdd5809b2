using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Stories;

public sealed class OtherStoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Viber_message_to_two_is_delivered_called_back_and_charged()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        var sent = await desk.Client.Viber.SendViberAsync(
            new()
            {
                Brandname = "BAT DONG SAN GIA TOT",
                Content = "Chào bạn",
                Phones = ["0901888484", "0912345678"],
                CallbackUrl = desk.Receiver.Url,
            },
            Cancellation
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Messages.GetSendStatusAsync(sent.SmsId, Cancellation);
        var details = await desk.Client.Messages.GetMessageDetailsAsync(sent.SmsId, Cancellation);
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal((2, 2, 940m), (status.TotalReceivers, status.SendSuccess, status.TotalPrice));
        Assert.Equal(["Mobifone", "Vinaphone"], details.Receivers.Select(static receiver => receiver.NetworkName));
        Assert.Equal((MessageType.Viber, 2, 940m), (callback.MessageType, callback.SendSuccess, callback.TotalPrice));
        Assert.Equal(before - 940m, await desk.BalanceAsync());
    }

    [Theory]
    [InlineData(false, "ANSWERED", true)]
    [InlineData(true, "NOANSWERED", false)]
    public async Task A_call_is_made_answered_or_not_and_called_back(bool fails, string status, bool isSent)
    {
        await using var desk = await Desk.StartAsync(new() { Catalogue = { FailingRecipients = { fails ? "0901888484" : "0000000000" } } });
        var before = await desk.BalanceAsync();

        var made = await desk.Client.Voice.CallWithTemplateAsync(
            new()
            {
                TemplateId = "2048",
                Phone = "0901888484",
                Variables = "a||b",
                CallbackUrl = desk.Receiver.Url,
            },
            Cancellation
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var told = await desk.Client.Voice.GetCallStatusAsync(made.SmsId, Cancellation);
        var callback = VoiceCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal((status, isSent, SendStatus.Finished), (told.CallStatus, told.SentResult, told.SendStatus));
        Assert.Equal((made.SmsId, isSent, SendStatus.Finished), (callback.ReferenceId, callback.IsSent, callback.SendStatus));
        Assert.Equal(before - (fails ? 0m : 500m), await desk.BalanceAsync());
    }

    [Fact]
    public async Task The_quota_of_an_Official_Account_goes_down_and_is_full_the_next_day()
    {
        await using var desk = await Desk.StartAsync();

        await desk.SendZaloAsync();
        var today = await desk.Client.OfficialAccounts.GetDailyQuotaAsync(Desk.OfficialAccount, Cancellation);
        desk.Esms.Clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await desk.Client.OfficialAccounts.GetDailyQuotaAsync(Desk.OfficialAccount, Cancellation);

        Assert.Equal((500, 499, 500), (today.DailyQuota, today.RemainingQuota, tomorrow.RemainingQuota));
    }
}
