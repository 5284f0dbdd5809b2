using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Emulator;

/// <summary>
/// What happens, as server-sent events. The first, "ready", comes when nothing can be missed any more; what was before is read after it.
/// </summary>
internal static class ChangeStream
{
    /// <summary>Ends with the host too: a page that stays open would hold that up.</summary>
    public static async Task SendAsync(HttpContext context, EmulatorEngine engine, JsonSerializerOptions json)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            var changes = engine.ListenAsync(ended.Token).GetAsyncEnumerator(ended.Token);
            await using var _ = changes.ConfigureAwait(false);
            var next = changes.MoveNextAsync();
            await WriteAsync(context, "ready", "{}").ConfigureAwait(false);
            while (await next.ConfigureAwait(false))
            {
                await WriteAsync(context, "change", JsonSerializer.Serialize(changes.Current, json)).ConfigureAwait(false);
                next = changes.MoveNextAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or the host stops.
        }
    }

    /// <param name="data">JSON in one line.</param>
    private static async Task WriteAsync(HttpContext context, string name, string data)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {data}\n\n", context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
