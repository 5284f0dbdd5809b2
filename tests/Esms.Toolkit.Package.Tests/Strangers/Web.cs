using Esms;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddEsms(builder.Configuration.GetSection("Esms"));
var token = EsmsCallbackToken.Create();
builder.Services.AddEsmsCallbacks(options => options.Token = token);

await using var app = builder.Build();
app.MapGet(
    "/status/{smsId}",
    async (string smsId, IMessagesClient messages, CancellationToken cancellationToken) =>
    {
        var status = await messages.GetSendStatusAsync(smsId, cancellationToken);
        return $"{status.SendStatus}, {status.TotalPrice} đồng";
    }
);
app.MapEsmsDeliveryCallback(
    "/esms/{token}/delivery",
    (delivery, _) =>
    {
        Console.WriteLine($"{delivery.SmsId}: {delivery.SendStatus}");
        return Task.CompletedTask;
    }
);
await app.StartAsync();

using var caller = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
Console.WriteLine(await caller.GetStringAsync("/status/434a124c-7818-4f45-bdf2-7f7b07fff210100"));
using var received = await caller.GetAsync($"/esms/{token}/delivery?SMSID=a-message&SendStatus=5&CodeResult=100");
Console.WriteLine($"callback: {(int)received.StatusCode}");
