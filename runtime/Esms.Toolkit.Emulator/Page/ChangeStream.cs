using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Esms.Emulator;

/// <summary>
/// What happens, as server-sent events. The first, "ready", comes when nothing can be missed any more; what was before is read after it.
/// </summary>
internal static class ChangeStream
{
    public static IResult Open(EmulatorEngine engine, IHostApplicationLifetime lifetime, JsonSerializerOptions json) =>
        TypedResults.ServerSentEvents(ReadAsync(engine, json, lifetime.ApplicationStopping));

    /// <param name="stopping">A page that stays open would hold up the end of the host.</param>
    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        EmulatorEngine engine,
        JsonSerializerOptions json,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken aborted = default
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        var changes = engine.ListenAsync(ended.Token).GetAsyncEnumerator(ended.Token);
        await using var _ = changes.ConfigureAwait(false);
        var next = NextAsync(changes);
        yield return new SseItem<string>("{}", "ready");
        while (await next.ConfigureAwait(false))
        {
            yield return new SseItem<string>(JsonSerializer.Serialize(changes.Current, json), "change");
            next = NextAsync(changes);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<EmulatorChange> changes)
    {
        try
        {
            return await changes.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false; // The page is gone, or the host stops.
        }
    }
}
