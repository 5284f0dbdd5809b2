using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Esms.Emulator.Tests.Harness;

/// <summary>The address that callbacks go to.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _queries = new();

    private CallbackReceiver(WebApplication app) => _app = app;

    /// <summary>What comes back; 0 for nothing, until the caller gives up.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Whether it breaks the connection in place of an answer.</summary>
    public bool Refuses { get; set; }

    /// <summary>The calls that came, each as its parameters stood in the address.</summary>
    public IReadOnlyList<string> Queries => [.. _queries];

    public string Url => $"{_app.Urls.Single()}/callback";

    public static async Task<CallbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new CallbackReceiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        _queries.Enqueue(context.Request.QueryString.Value![1..]);
        if (Refuses)
            context.Abort();
        else if (Status == 0)
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else
            context.Response.StatusCode = Status;
    }
}
