using Esms;

var builder = WebApplication.CreateBuilder(args);
// Yours comes from the secrets of the application; without one, a new one is made at each start.
var token = builder.Configuration["Esms:Callbacks:Token"] ?? EsmsCallbackToken.Create();
builder.Services.AddEsmsCallbacks(options => options.Token = token);

await using var app = builder.Build();
app.MapEsmsDeliveryCallback("/esms/{token}/delivery", (delivery, _) =>
{
    Console.WriteLine($"{delivery.SmsId}: {delivery.SendStatus}, {delivery.SendSuccess} delivered, {delivery.SendFailed} failed, {delivery.TotalPrice} đồng");
    return Task.CompletedTask;
});
app.MapEsmsVoiceCallback("/esms/{token}/voice", (call, _) =>
{
    Console.WriteLine($"{call.ReferenceId}: {call.CallStatus ?? "not answered"}, key {call.PressedKey ?? "none"}, {call.Price} đồng");
    return Task.CompletedTask;
});

await app.StartAsync();
Console.WriteLine($"""
    Give a send this CallbackUrl, or call it yourself: {app.Urls.First()}/esms/{token}/delivery
      curl '{app.Urls.First()}/esms/{token}/delivery?SMSID=1&SendStatus=5&SendSuccess=1&SendFailed=0&TotalPrice=470.0000'
    """);
await app.WaitForShutdownAsync();
