using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Server;

/// <summary>A real HTTP server on the loopback interface that answers as a test wants, and keeps what arrived.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConnectionCount _connections;

    private LoopbackServer(WebApplication app, ConnectionCount connections)
    {
        _app = app;
        _connections = connections;
    }

    public ConcurrentQueue<ReceivedRequest> Received { get; } = new();

    /// <summary>How many connections are open now.</summary>
    public int OpenConnections => _connections.Open;

    /// <summary>How many connections were made.</summary>
    public int AllConnections => _connections.All;

    /// <summary>The pauses between tries are short, for tests do not like to wait.</summary>
    public EsmsOptions Options =>
        new()
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            BaseAddress = new Uri(_app.Urls.Single()),
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };

    public static Task<LoopbackServer> StartAsync(RequestDelegate answer) => StartAsync((context, _) => answer(context));

    public static async Task<LoopbackServer> StartAsync(Func<HttpContext, ReceivedRequest, Task> answer)
    {
        var connections = new ConnectionCount();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(connections.Count)));
        var app = builder.Build();
        var server = new LoopbackServer(app, connections);
        app.Run(async context =>
        {
            var request = await ReceivedRequest.OfAsync(context);
            server.Received.Enqueue(request);
            await answer(context, request);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public static Task<LoopbackServer> AnsweringAsync(string body, int status = 200, string contentType = "application/json") =>
        AnsweringAsync(Encoding.UTF8.GetBytes(body), status, contentType);

    public static Task<LoopbackServer> AnsweringAsync(byte[] body, int status = 200, string contentType = "application/json") =>
        StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
