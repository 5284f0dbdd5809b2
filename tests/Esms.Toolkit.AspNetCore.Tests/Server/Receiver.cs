using System.Net;
using Esms.Tests.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Receiving.Server;

/// <summary>An application with a receiver, on a real Kestrel on the loopback interface, that keeps all it logs.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    public const string Token = "CANARY-token-5b1f9e27c3d84a60b7e2";

    private readonly WebApplication _app;

    /// <summary>Follows no redirects: nothing says that eSMS does.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(1) };

    private Receiver(WebApplication app, LogLines logs)
    {
        _app = app;
        Logs = logs;
    }

    public LogLines Logs { get; }

    public Uri BaseAddress => new(_app.Urls.Single());

    /// <summary>Handlers that fail are tried again at once, for tests do not like to wait.</summary>
    public static async Task<Receiver> StartAsync(
        Action<WebApplication> map,
        Action<EsmsCallbackOptions>? configure = null,
        Action<IServiceCollection>? addServices = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        var logs = new LogLines();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddEsmsCallbacks(static options =>
        {
            options.Token = Token;
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
        });
        if (configure is not null)
            builder.Services.AddEsmsCallbacks(configure);
        addServices?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Receiver(app, logs);
    }

    /// <summary>A receiver of delivery callbacks at /esms/{token}.</summary>
    public static Task<Receiver> OfDeliveriesAsync(
        Func<DeliveryCallback, CancellationToken, Task> handler,
        Action<EsmsCallbackOptions>? configure = null,
        Action<IServiceCollection>? addServices = null
    ) => StartAsync(app => app.MapEsmsDeliveryCallback("/esms/{token}", handler), configure, addServices);

    /// <summary>Calls as eSMS does.</summary>
    public Task<Answer> GetAsync(string query, string path = $"/esms/{Token}") =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, AddressOf($"{path}?{query}")));

    /// <summary>Calls, with headers of one's own, and hands over the whole response.</summary>
    public async Task<HttpResponseMessage> CallAsync(string query, string path = $"/esms/{Token}", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf($"{path}?{query}"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Calls, and ends the call from the side of eSMS when <paramref name="hangUp"/> completes.</summary>
    public async Task<Answer> GetUntilAsync(Task hangUp, string query)
    {
        using var end = new CancellationTokenSource();
        var call = SendUntilAsync(new HttpRequestMessage(HttpMethod.Get, AddressOf($"/esms/{Token}?{query}")), end.Token);
        await Task.WhenAny(call, hangUp);
        await end.CancelAsync();
        return await call;
    }

    public Task<Answer> PostAsync(string body, string contentType = "application/x-www-form-urlencoded", string path = $"/esms/{Token}") =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, AddressOf(path)) { Content = new StringContent(body, System.Text.Encoding.UTF8, contentType) }
        );

    public Task<Answer> SendAsync(HttpRequestMessage request) => SendUntilAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Stops the application, which has the shutdown time of its host for that.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>The address to the letter.</summary>
    private Uri AddressOf(string pathAndQuery) =>
        new(
            $"{BaseAddress.GetLeftPart(UriPartial.Authority)}{pathAndQuery}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );

    private async Task<Answer> SendUntilAsync(HttpRequestMessage request, CancellationToken hangUp)
    {
        using var response = await _http.SendAsync(request, hangUp);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(hangUp),
            response.Content.Headers.ContentType?.ToString()
        );
    }
}
