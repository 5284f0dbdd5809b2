using Esms;
using Esms.Emulator;
using QuickStart;

if (args is [var messageId])
{
    using var own = new EsmsClient(Account.FromEnvironment());
    StatusTable.Print(await own.Messages.GetSendStatusAsync(messageId));
    return;
}

await using var emulator = await EsmsEmulator.StartAsync();
using var esms = new EsmsClient(emulator.Options);

var sms = await esms.Sms.SendCustomerCareAsync(
    new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh cua ban",
    }
);
var zalo = await esms.Zalo.SendZaloTemplateAsync(
    new()
    {
        OfficialAccountId = "4097311281936189049",
        TemplateId = "200607",
        Phone = "0901888484",
        TempData = new Dictionary<string, string> { ["customer_name"] = "Nguyễn Văn A", ["order_code"] = "HD00001" },
    }
);
var account = await esms.Account.GetBalanceAsync();
emulator.Clock.Advance(TimeSpan.FromMinutes(1)); // The clock of the emulator can be moved; by itself it would take some seconds to deliver.
Console.WriteLine($"Accepted: SMS {sms.SmsId}, Zalo message {zalo.SmsId}. {account.Balance} đồng are left.");
StatusTable.Print(await esms.Messages.GetSendStatusAsync(sms.SmsId));

var wrongKey = emulator.Options;
wrongKey.ApiKey = "a-wrong-key";
using var stranger = new EsmsClient(wrongKey);
try
{
    await stranger.Messages.GetSendStatusAsync(sms.SmsId);
}
catch (EsmsApiException refusal)
{
    Console.WriteLine($"{refusal.Message} Code: {(int)refusal.Code}, {refusal.Code}.");
}
