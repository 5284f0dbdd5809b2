using Esms;
using Esms.Emulator;
using QuickStart;

// With keys in the environment this sends and asks at eSMS itself; otherwise at the emulator, which runs inside this program.
await using var service = await Service.StartAsync();
using var esms = new EsmsClient(service.Options);

var balance = await esms.Account.GetBalanceAsync();
Console.WriteLine($"Balance  {balance.Balance} đồng");

var sms = await esms.Sms.SendCustomerCareAsync(new() { Brandname = "Baotrixemay", Phone = "0901888484", Content = "1234 la ma xac minh cua ban" });
Console.WriteLine($"SMS      {sms.SmsId}");

var zalo = await esms.Zalo.SendZaloTemplateAsync(new()
{
    OfficialAccountId = "4097311281936189049",
    TemplateId = "200607",
    Phone = "0901888484",
    TempData = new Dictionary<string, string> { ["customer_name"] = "Nguyễn Văn A", ["order_code"] = "HD00001" },
});
Console.WriteLine($"Zalo     {zalo.SmsId}");

var status = await esms.Messages.GetSendStatusAsync(sms.SmsId);
Console.WriteLine($"Status   {status.SendStatus}: {status.SendSuccess} delivered, {status.SendFailed} failed, {status.TotalPrice} đồng");
