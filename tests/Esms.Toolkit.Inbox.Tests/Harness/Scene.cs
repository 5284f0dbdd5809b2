using Esms.Emulator;

namespace Esms.Inbox.Tests.Harness;

/// <summary>A morning at a bookshop: messages of every channel, in every state.</summary>
internal static class Scene
{
    public const string Failing = "0901888480";
    public const int Messages = 7;

    private const string Shop = "HIEU SACH MAY";

    public static EsmsEmulatorOptions Options => new() { Catalogue = { Brandnames = { new() { Name = Shop } }, FailingRecipients = { Failing } } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task PlayAsync(OpenInbox inbox)
    {
        var rejected = await inbox.SendSmsAsync("Mua 1 tang 1 den het thang, goi ngay", "0987654321");
        inbox.Esms.Actions.Reject(rejected.SmsId);
        await PassAsync(inbox, minutes: 4);
        await SendSmsAsync(inbox, Failing, "Hiệu sách Mây: đơn DH1041 đang được giao đến bạn.");
        await PassAsync(inbox, minutes: 2);
        await inbox.Client.Voice.CallWithTemplateAsync(
            new()
            {
                TemplateId = "2048",
                Phone = "0912345678",
                Variables = "Nguyễn An||15:30",
            },
            Cancellation
        );
        await PassAsync(inbox, minutes: 7);
        await SendViberAsync(inbox);
        await PassAsync(inbox, minutes: 1);
        await inbox.SendSmsAsync("482913 la ma xac minh dang ky Baotrixemay cua ban", "0938112233", inbox.Receiver.Url);
        await PassAsync(inbox, minutes: 11);
        await SendZaloAsync(inbox);
        await PassAsync(inbox, minutes: 3);
        await SendSmsAsync(inbox, "0901888484", "Hiệu sách Mây xin chào An! Đơn DH1042 đã sẵn sàng, mời bạn đến nhận trước 18 giờ hôm nay.");
        await inbox.AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    /// <summary>Callbacks come when they are due, and not when the next minute has begun.</summary>
    private static async Task PassAsync(OpenInbox inbox, int minutes)
    {
        await inbox.AdvanceAsync(TimeSpan.FromSeconds(5));
        await inbox.AdvanceAsync(TimeSpan.FromMinutes(minutes));
    }

    private static Task<SendCustomerCareResponse> SendSmsAsync(OpenInbox inbox, string phone, string content) =>
        inbox.Client.Sms.SendCustomerCareAsync(
            new()
            {
                Brandname = Shop,
                Phone = phone,
                Content = content,
                IsUnicode = true,
                CallbackUrl = inbox.Receiver.Url,
            },
            Cancellation
        );

    private static Task<SendViberResponse> SendViberAsync(OpenInbox inbox) =>
        inbox.Client.Viber.SendViberAsync(
            new()
            {
                Brandname = Shop,
                Content = "Sách mới tháng này đã về!\r\nMời bạn ghé đọc thử.",
                Phones = ["0901888484", "0912345678", "0987654321"],
                ImageUrl = "https://esms.vn/image.png",
                ButtonLabel = "Xem sách",
                ButtonUrl = "https://esms.vn",
            },
            Cancellation
        );

    private static Task<SendZaloTemplateResponse> SendZaloAsync(OpenInbox inbox) =>
        inbox.Client.Zalo.SendZaloTemplateAsync(
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
            Cancellation
        );
}
