using Esms;
using Esms.Emulator;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");

// Yours comes from the secrets of the application: whoever knows it can make a callback.
var token = builder.Configuration["Esms:Callbacks:Token"] ?? EsmsCallbackToken.Create();
builder.Services.AddEsmsCallbacks(options => options.Token = token);

await using var app = builder.Build();
app.MapEsmsDeliveryCallback(
    "/esms/{token}/delivery",
    (delivery, _) =>
    {
        Console.WriteLine(
            $"{delivery.SmsId}: {delivery.SendStatus}, {delivery.SendSuccess} delivered, {delivery.SendFailed} failed, {delivery.TotalPrice} đồng"
        );
        return Task.CompletedTask;
    }
);
await app.StartAsync();

// Something to receive: a message through the emulator, whose clock is moved to when it has been delivered.
await using var emulator = await EsmsEmulator.StartAsync();
using var esms = new EsmsClient(emulator.Options);
var callbackUrl = $"{app.Urls.First()}/esms/{token}/delivery";
await esms.Sms.SendCustomerCareAsync(
    new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh cua ban",
        CallbackUrl = callbackUrl,
    }
);
emulator.Clock.Advance(TimeSpan.FromMinutes(1));
await emulator.SettleAsync();
