using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

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
        admin.AddEndpointFilter(OnlyHereAsync);
        admin.MapGet("/faults", () => Results.Json(engine.Faults, Json));
        admin.MapPut(
            "/faults",
            async (HttpRequest request) => await ReadAsync<FaultScript>(request, script => engine.Faults = script).ConfigureAwait(false)
        );
        admin.MapDelete("/faults", () => Do(() => engine.Faults = new FaultScript()));
        admin.MapGet("/clock", () => Results.Json(new ClockView(engine.Clock.GetUtcNow(), engine.Clock.Runs), Json));
        admin.MapPut(
            "/clock/advance",
            async (HttpRequest request) => await ReadAsync<TimeOrder>(request, order => engine.Clock.Advance(order.By)).ConfigureAwait(false)
        );
        admin.MapGet("/messages", ([AsParameters] MessageFilter filter) => Search(engine, filter));
        admin.MapGet("/messages/{id}", (string id) => engine.Messages.Find(id) is { } message ? Results.Json(message, Json) : Results.NotFound());
        admin.MapGet(
            "/messages/{id}/details",
            (string id) => MessageDetails.Of(engine, id) is { } details ? Results.Json(details, Json) : Results.NotFound()
        );
        admin.MapGet("/messages/{id}/timeline", (string id) => Results.Json(engine.Messages.TimelineOf(id), Json));
        admin.MapGet("/messages/{id}/callbacks", (string id) => Results.Json(engine.Messages.CallbacksOf(id), Json));
        admin.MapPut(
            "/messages/{id}/postpone",
            async (string id, HttpRequest request) =>
                await ReadAsync<TimeOrder>(request, order => engine.Actions.Postpone(id, order.By)).ConfigureAwait(false)
        );
        admin.MapPut("/messages/{id}/{action}", (string id, string action) => ActionOf(engine, id, action));
        admin.MapGet("/requests", () => Results.Json(engine.Requests, Json));
        admin.MapGet("/contracts", () => Results.Json(engine.Contracts, Json));
        admin.MapGet("/keys", (HttpContext context) => KeysFor(engine, context));
        admin.MapGet("/events", (IHostApplicationLifetime lifetime) => ChangeStream.Open(engine, lifetime, Json));
    }

    /// <summary>
    /// Lets through what is asked by a name of this machine; a browser is told to take the answer for nothing but what it says it is.
    /// </summary>
    public static async ValueTask<object?> OnlyHereAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return IsLocal(context.HttpContext.Request.Host.Host)
            ? await next(context).ConfigureAwait(false)
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>
    /// The keys with which the page tries an operation. An application that listens to other machines keeps them from those, whatever Host says.
    /// </summary>
    private static IResult KeysFor(EmulatorEngine engine, HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } caller && !System.Net.IPAddress.IsLoopback(caller))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(engine.Accounts.Select(static account => new KeyView(account.Name, account.ApiKey, account.SecretKey)), Json);
    }

    private static IResult Search(EmulatorEngine engine, MessageFilter filter)
    {
        try
        {
            return Results.Json(PageOf(engine.Messages.Search(filter.ToQuery())), Json);
        }
        catch (BadHttpRequestException exception)
        {
            return Results.Text(exception.Message, statusCode: exception.StatusCode);
        }
    }

    private static IResult ActionOf(EmulatorEngine engine, string id, string action) =>
        action switch
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

    private static bool IsLocal(string host) =>
        host is "localhost" || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    private sealed record TimeOrder(TimeSpan By);

    private sealed record ClockView(DateTimeOffset Now, bool Runs);

    private sealed record KeyView(string Account, string ApiKey, string SecretKey);

    private sealed record PageView(long Total, IReadOnlyList<EmulatedMessage> Messages);
}
