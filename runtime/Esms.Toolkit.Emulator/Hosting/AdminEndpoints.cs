using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Esms.Emulator;

/// <summary>
/// The emulator by HTTP, for tests in other languages: faults, clock, messages, requests. What changes something wants PUT or DELETE, which a page of
/// a stranger cannot send from a browser without being asked. Everything that comes in is checked before anything is changed.
/// </summary>
internal sealed class AdminEndpoints(EmulatorEngine engine, EmulatorAccess access)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public void Map(IEndpointRouteBuilder admin)
    {
        MapReads(admin);
        MapChanges(admin);
        admin.MapGet("/events", access.ForAdministration(context => ChangeStream.SendAsync(context, engine, Json)));
    }

    private void MapReads(IEndpointRouteBuilder admin)
    {
        void Get(string pattern, Func<HttpContext, object?> read) =>
            admin.MapGet(pattern, access.ForAdministration(context => Try(() => Found(read(context))).ExecuteAsync(context)));
        Get("/faults", _ => engine.Faults);
        Get("/clock", _ => new ClockView(engine.Clock.GetUtcNow(), engine.Clock.Runs));
        Get("/messages", context => PageOf(engine.Messages.Search(MessageFilter.Read(context.Request.Query))));
        Get("/messages/{id}", context => engine.Messages.Find(IdOf(context)));
        Get("/messages/{id}/details", context => MessageDetails.Of(engine, IdOf(context)));
        Get("/messages/{id}/timeline", context => engine.Messages.TimelineOf(IdOf(context)));
        Get("/messages/{id}/callbacks", context => engine.Messages.CallbacksOf(IdOf(context)));
        Get("/requests", _ => engine.Requests);
        Get("/contracts", _ => engine.Contracts);
        Get("/keys", KeysFor);
    }

    private void MapChanges(IEndpointRouteBuilder admin)
    {
        void Put<T>(string pattern, Action<HttpContext, T> change)
            where T : class =>
            admin.MapPut(
                pattern,
                access.ForAdministration(async context =>
                    await (await ChangeAsync<T>(context, change).ConfigureAwait(false)).ExecuteAsync(context).ConfigureAwait(false)
                )
            );
        Put<FaultScript>("/faults", (_, script) => engine.Faults = script);
        admin.MapDelete("/faults", access.ForAdministration(context => Do(() => engine.Faults = new FaultScript()).ExecuteAsync(context)));
        Put<TimeOrder>("/clock/advance", (_, order) => engine.Clock.Advance(order.By));
        Put<TimeOrder>("/messages/{id}/postpone", (context, order) => engine.Actions.Postpone(IdOf(context), order.By));
        Put<NoFields>("/messages/{id}/deliver", (context, _) => engine.Actions.Deliver(IdOf(context)));
        Put<NoFields>("/messages/{id}/fail", (context, _) => engine.Actions.Fail(IdOf(context)));
        Put<NoFields>("/messages/{id}/reject", (context, _) => engine.Actions.Reject(IdOf(context)));
        Put<NoFields>("/messages/{id}/redeliver", (context, _) => engine.Actions.Redeliver(IdOf(context)));
    }

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    /// <summary>The keys with which the page tries an operation.</summary>
    private IEnumerable<KeyView> KeysFor(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return engine.Accounts.Select(static account => new KeyView(account.Name, account.ApiKey, account.SecretKey));
    }

    private static IResult Found(object? value) => value is null ? Results.NotFound() : Results.Json(value, Json);

    private static IResult Do(Action change) =>
        Try(() =>
        {
            change();
            return Results.NoContent();
        });

    /// <summary>What cannot be done is said, with the words of the one who checks.</summary>
    private static IResult Try(Func<IResult> work)
    {
        try
        {
            return work();
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

    private async Task<IResult> ChangeAsync<T>(HttpContext context, Action<HttpContext, T> change)
        where T : class
    {
        if (await IncomingRequest.ReadAsync(context.Request, string.Empty, engine.Options.MaxBodyBytes).ConfigureAwait(false) is not { } request)
            return Results.Text("The body is too large.", statusCode: StatusCodes.Status413PayloadTooLarge);
        return Try(() =>
        {
            var value = Read<T>(request.Body);
            return Do(() => change(context, value));
        });
    }

    /// <exception cref="ArgumentException">The body is not what it should be; the message says where.</exception>
    private static T Read<T>(byte[] body)
        where T : class
    {
        if (body.Length == 0 && typeof(T) == typeof(NoFields))
            return (T)(object)new NoFields();
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json) ?? throw new ArgumentException("The body is null; it is an object.");
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"The body cannot be read: {exception.Message}", exception);
        }
    }

    private static PageView PageOf((long Total, IReadOnlyList<EmulatedMessage> Page) page) => new(page.Total, page.Page);

    private sealed record TimeOrder
    {
        [JsonRequired]
        public TimeSpan By { get; init; }
    }

    private sealed record NoFields;

    private sealed record ClockView(DateTimeOffset Now, bool Runs);

    private sealed record KeyView(string Account, string ApiKey, string SecretKey);

    private sealed record PageView(long Total, IReadOnlyList<EmulatedMessage> Messages);
}
