using Esms;
using Esms.Emulator;
using QuickStart;

// With keys in the environment and a message id as argument this asks eSMS itself; otherwise the emulator, which runs inside this program.
var apiKey = Environment.GetEnvironmentVariable("ESMS_API_KEY");
var secretKey = Environment.GetEnvironmentVariable("ESMS_SECRET_KEY");
if (args is [var smsId] && apiKey is not null && secretKey is not null)
{
    await AskAsync(new EsmsOptions { ApiKey = apiKey, SecretKey = secretKey }, smsId);
    return;
}

await using var emulator = await EsmsEmulator.StartAsync();
Console.WriteLine($"The emulator of eSMS listens on {emulator.BaseAddress}\n");
const string EmulatedId = "434a124c-7818-4f45-bdf2-7f7b07fff210100";

await AskAsync(emulator.Options, EmulatedId);

Console.WriteLine("\nThe same call with a wrong key:\n");
var wrong = emulator.Options;
wrong.ApiKey = "a-wrong-key";
await AskAsync(wrong, EmulatedId);

static async Task AskAsync(EsmsOptions options, string smsId)
{
    using var esms = new EsmsClient(options);
    try
    {
        StatusTable.Print(await esms.Messages.GetSendStatusAsync(smsId));
    }
    catch (EsmsApiException refusal)
    {
        Console.WriteLine($"{refusal.Message} Code: {(int)refusal.Code}, {refusal.Code}.");
    }
}
