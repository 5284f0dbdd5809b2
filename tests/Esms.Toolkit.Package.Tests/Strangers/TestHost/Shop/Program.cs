using System.Collections.Concurrent;
using Esms;
using Esms.Emulator;

var builder = WebApplication.CreateBuilder(args);

// For those who develop without the tests; what looks for the host of this program must not take it for that.
await using var desk = builder.Environment.IsDevelopment() ? await EsmsEmulator.StartAsync() : null;

var deliveries = new ConcurrentQueue<DeliveryCallback>();
builder.Services.AddSingleton(deliveries);
builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(5))));
builder.Services.AddEsms(builder.Configuration.GetSection("Esms"));
builder.Services.AddEsms("otp", builder.Configuration.GetSection("Esms:Otp"));
builder.Services.AddEsmsCallbacks(options => options.Token = builder.Configuration["Callbacks:Token"]!);

await using var app = builder.Build();
app.UseHttpsRedirection();
app.UseOutputCache();
app.MapPost(
    "/orders",
    async (string phone, string callback, ISmsClient sms, CancellationToken ct) =>
    {
        var sent = await sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = phone,
                Content = "686868 la ma xac minh cua ban",
                CallbackUrl = callback,
            },
            ct
        );
        return sent.SmsId;
    }
);
app.MapEsmsDeliveryCallback(
    "/esms/{token}/delivery",
    (delivery, _) =>
    {
        deliveries.Enqueue(delivery);
        return Task.CompletedTask;
    }
);
await app.RunAsync();

public partial class Program;
