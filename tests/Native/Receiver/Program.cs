using System.Net;
using Esms;
using NativeAot;

// A receiver as native code, called by itself over loopback. Exits with 1 when any value is not the one that was sent.
var check = new Check();
var token = EsmsCallbackToken.Create();
var received = new TaskCompletionSource<DeliveryCallback>();

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
builder.Configuration["Esms:Callbacks:Token"] = token;
builder.Configuration["Esms:Callbacks:ShortNumberPrivateKey"] = "17417a0d20114d36a902e49cad0e97f3";
builder.Services.AddEsmsCallbacks(builder.Configuration.GetSection("Esms:Callbacks"));
await using var app = builder.Build();
app.MapEsmsDeliveryCallback(
    "/esms/{token}/delivery",
    (delivery, _) =>
    {
        received.TrySetResult(delivery);
        return Task.CompletedTask;
    }
);
app.MapEsmsShortNumberMessage(
    "/esms/{token}/message",
    static (message, _) =>
        Task.FromResult<ShortNumberMessageReply?>(
            new()
            {
                Message = message.Content,
                SmsId = message.SmsId,
                Receiver = message.Sender,
            }
        )
);
await app.StartAsync();

using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
using var right = await http.GetAsync(
    new Uri($"esms/{token}/delivery?SMSID=849fe08c&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=470.0000&TypeId=23", UriKind.Relative)
);
using var wrong = await http.GetAsync(new Uri($"esms/{EsmsCallbackToken.Create()}/delivery?SMSID=849fe08c", UriKind.Relative));
using var signed = await http.GetAsync(
    new Uri(
        $"esms/{token}/message?sender=84901888484&content=DK%20%C4%91%E1%BA%B7t&serviceNumber=8041&keyword=DK&sign=oeq33XoFioCogoT1BmLvfw%3D%3D&cpid=abcdef&smsid=1234&receiverTime=20130228130101",
        UriKind.Relative
    )
);

check.Equal("right token", HttpStatusCode.OK, right.StatusCode);
check.Equal("wrong token", HttpStatusCode.NotFound, wrong.StatusCode);
var callback = await received.Task;
check.Equal("SMSID", "849fe08c", callback.SmsId);
check.Equal("SendStatus", SendStatus.Finished, callback.SendStatus);
check.Equal("TotalPrice", 470m, callback.TotalPrice);
check.Equal(
    "reply",
    "<ClientResponse><Message>DK đặt</Message><Smsid>1234</Smsid><Receiver>84901888484</Receiver></ClientResponse>",
    await signed.Content.ReadAsStringAsync()
);
await app.StopAsync();
return check.ExitCode;
