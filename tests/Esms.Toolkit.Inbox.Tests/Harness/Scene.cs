using Esms.Emulator;

namespace Esms.Inbox.Tests.Harness;

/// <summary>A morning at a shop: messages of every channel, in every state.</summary>
internal static class Scene
{
    public const string Failing = "0901888480";

    public static EsmsEmulatorOptions Options => new()
    {
        Catalogue =
        {
            Brandnames = { new() { Name = "HIEU SACH MAY", Type = 0 } },
            FailingRecipients = { Failing },
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task PlayAsync(OpenInbox inbox)
    {
        var (client, esms) = (inbox.Client, inbox.Esms);
        Task Sms(string phone, string content, string? callbackUrl = null) => client.Sms.SendCustomerCareAsync(
            new() { Brandname = "HIEU SACH MAY", Phone = phone, Content = content, IsUnicode = true, CallbackUrl = callbackUrl }, Cancellation);

        var rejected = await inbox.SendSmsAsync("Mua 1 tang 1 den het thang, goi ngay", "0987654321");
        esms.Actions.Reject(rejected.SmsId);
        await Sms(Failing, "Hiệu sách Mây: đơn DH1041 đang được giao đến bạn.", inbox.Receiver.Url);
        await client.Voice.CallWithTemplateAsync(new() { TemplateId = "2048", Phone = "0912345678", Variables = "Nguyễn An||15:30" }, Cancellation);
        await inbox.AdvanceAsync(TimeSpan.FromMinutes(7));
        await client.Viber.SendViberAsync(
            new()
            {
                Brandname = "HIEU SACH MAY",
                Content = "Sách mới tháng này đã về!\r\nMời bạn ghé đọc thử.",
                Phones = ["0901888484", "0912345678", "0987654321"],
                ButtonLabel = "Xem sách",
                ButtonUrl = "https://esms.vn",
            },
            Cancellation);
        await inbox.SendSmsAsync("482913 la ma xac minh dang ky Baotrixemay cua ban", "0938112233", inbox.Receiver.Url);
        await inbox.AdvanceAsync(TimeSpan.FromMinutes(11));
        await client.Zalo.SendZaloTemplateAsync(
            new()
            {
                OfficialAccountId = "4097311281936189049",
                TemplateId = "200607",
                Phone = "0912345678",
                TempData = new Dictionary<string, string>
                {
                    ["customer_name"] = "Nguyễn An",
                    ["order_code"] = "DH1042",
                    ["total"] = "235.000 đ",
                    ["delivery"] = "15:30, 05/01/2026",
                },
                CallbackUrl = inbox.Receiver.Url,
            },
            Cancellation);
        await inbox.AdvanceAsync(TimeSpan.FromMinutes(3));
        await Sms("0901888484", "Hiệu sách Mây xin chào An! Đơn DH1042 đã sẵn sàng, mời bạn đến nhận trước 18 giờ hôm nay. 📚", inbox.Receiver.Url);
        await inbox.AdvanceAsync(TimeSpan.FromSeconds(1));
    }
}
