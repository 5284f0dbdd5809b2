using System.Text.Json;
using Esms;
using Microsoft.Extensions.DependencyInjection;
using NativeAot;

// Run as: NativeAot <address of the emulator> <api key> <secret key>. Exits with 1 when any value is not the published one.
if (args is not [var address, var apiKey, var secretKey])
{
    await Console.Error.WriteLineAsync("usage: NativeAot <address of the emulator> <api key> <secret key>");
    return 2;
}

const string SmsId = "434a124c-7818-4f45-bdf2-7f7b07fff210100";
var check = new Check();
var options = new EsmsOptions
{
    ApiKey = apiKey,
    SecretKey = secretKey,
    BaseAddress = new Uri(address),
};

using (var esms = new EsmsClient(options))
{
    var status = await esms.Messages.GetSendStatusAsync(SmsId);
    check.Equal("SMSID", SmsId, status.SmsId);
    check.Equal("SendStatus", SendStatus.Finished, status.SendStatus);
    check.Equal("SendSuccess", 1, status.SendSuccess);
    check.Equal("SendFailed", 0, status.SendFailed);
    check.Equal("TotalPrice", 850m, status.TotalPrice);

    var json = JsonSerializer.Serialize(status, EsmsJsonContext.Default.GetSendStatusResponse);
    check.Equal("JSON", status.TotalPrice, JsonSerializer.Deserialize(json, EsmsJsonContext.Default.GetSendStatusResponse)?.TotalPrice);
}

var services = new ServiceCollection();
services.AddEsms(account =>
{
    account.ApiKey = "a-wrong-key";
    account.SecretKey = secretKey;
    account.BaseAddress = options.BaseAddress;
});
using (var provider = services.BuildServiceProvider())
{
    var refused = await provider.GetRequiredService<IMessagesClient>().TrySendAsync(new GetSendStatusRequest { SmsId = SmsId });
    check.Equal("refusal", EsmsResultCode.WrongCredentials, refused.Code);
}

return check.ExitCode;
