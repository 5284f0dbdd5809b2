using System.Net;
using Esms.Toolkit.Hostile.Sends;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Esms.Toolkit.Hostile.Server;

/// <summary>A service on the loopback interface that accepts sends as eSMS does, and breaks as its script says.</summary>
internal sealed class HostileService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Misdeeds _misdeeds;

    private HostileService(WebApplication app, Misdeeds misdeeds)
    {
        _app = app;
        _misdeeds = misdeeds;
    }

    public Journal Journal { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    /// <param name="script">What happens when.</param>
    /// <param name="tooLong">Longer than a client waits for a try.</param>
    public static async Task<HostileService> StartAsync(FaultScript script, TimeSpan tooLong)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var service = new HostileService(app, new Misdeeds(script, tooLong));
        app.Run(service.AnswerAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>Ends when nothing is accepted any more.</summary>
    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        var current = Road.TryOf(context.Request);
        if (Messages.Read(buffer.ToArray()) is not { } message || message.Send != current.Send)
            Journal.AddGarbled();
        else
            await _misdeeds.AnswerAsync(context, current, () => Messages.Answer(Journal, message));
    }
}
