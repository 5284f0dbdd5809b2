using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Esms.Emulator;

/// <summary>
/// The emulator by HTTP, for tests in other languages: faults, clock, messages, requests. What changes something wants PUT or DELETE, which a page of
/// a stranger cannot send from a browser without being asked, and a name of this machine in Host, which a name that was pointed here has not.
/// </summary>
internal static class AdminEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static void Map(RouteGroupBuilder admin, EmulatorEngine engine)
    {
        admin.AddEndpointFilter(static async (context, next) =>
            IsLocal(context.HttpContext.Request.Host.Host) ? await next(context).ConfigureAwait(false) : Results.StatusCode(StatusCodes.Status403Forbidden));
        admin.MapGet("/faults", () => Results.Json(engine.Faults, Json));
        admin.MapPut("/faults", async (HttpRequest request) => await ReadAsync<FaultScript>(request, script => engine.Faults = script).ConfigureAwait(false));
        admin.MapDelete("/faults", () => Do(() => engine.Faults = new FaultScript()));
        admin.MapGet("/clock", () => Results.Json(new ClockView(engine.Clock.GetUtcNow()), Json));
        admin.MapPut("/clock/advance", async (HttpRequest request) => await ReadAsync<AdvanceOrder>(request, order => engine.Clock.Advance(order.By)).ConfigureAwait(false));
        admin.MapGet("/messages", (string? text, int? limit) => Results.Json(PageOf(engine.Messages.Search(new EmulatedMessageQuery { Text = text, Limit = limit ?? 50 })), Json));
        admin.MapGet("/messages/{id}", (string id) => engine.Messages.Find(id) is { } message ? Results.Json(message, Json) : Results.NotFound());
        admin.MapGet("/messages/{id}/timeline", (string id) => Results.Json(engine.Messages.TimelineOf(id), Json));
        admin.MapGet("/messages/{id}/callbacks", (string id) => Results.Json(engine.Messages.CallbacksOf(id), Json));
        admin.MapPut("/messages/{id}/{action}", (string id, string action) => ActionOf(engine, id, action));
        admin.MapGet("/requests", () => Results.Json(engine.Requests, Json));
        admin.MapGet("/contracts", () => Results.Json(engine.Contracts, Json));
    }

    private static IResult ActionOf(EmulatorEngine engine, string id, string action) => action switch
    {
        "deliver" => Do(() => engine.Actions.Deliver(id)),
        "fail" => Do(() => engine.Actions.Fail(id)),
        "reject" => Do(() => engine.Actions.Reject(id)),
        "redeliver" => Do(() => engine.Actions.Redeliver(id)),
        _ => Results.NotFound(),
    };

    private static IResult Do(Action action)
    {
        try
        {
            action();
            return Results.NoContent();
        }
        catch (KeyNotFoundException exception)
        {
            return Results.Text(exception.Message, statusCode: StatusCodes.Status404NotFound);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return Results.Text(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> ReadAsync<T>(HttpRequest request, Action<T> use)
    {
        try
        {
            return await request.ReadFromJsonAsync<T>(Json, request.HttpContext.RequestAborted).ConfigureAwait(false) is { } value
                ? Do(() => use(value))
                : Results.Text("The body is null.", statusCode: StatusCodes.Status400BadRequest);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Results.Text(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static PageView PageOf((long Total, IReadOnlyList<EmulatedMessage> Page) page) => new(page.Total, page.Page);

    private static bool IsLocal(string host) => host is "localhost" || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    private sealed record AdvanceOrder(TimeSpan By);

    private sealed record ClockView(DateTimeOffset Now);

    private sealed record PageView(long Total, IReadOnlyList<EmulatedMessage> Messages);
}
