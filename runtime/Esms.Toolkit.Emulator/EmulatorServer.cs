using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>Finds the behaviour for a request. The service itself answers with HTTP status 200 whatever the outcome, and so does this.</summary>
internal sealed class EmulatorServer(IReadOnlyList<EndpointBehaviour> behaviours)
{
    /// <summary>What the service says to a request that it cannot read.</summary>
    private const string Unreadable = """{"error":"Invalid request"}""";

    public async Task HandleAsync(HttpContext context)
    {
        var matches = behaviours.Select(behaviour => (Behaviour: behaviour, Path: behaviour.Match(context.Request.Method, context.Request.Path)))
            .Where(static match => match.Path is not null).ToList();
        if (matches.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync($"No contract has {context.Request.Method} {context.Request.Path}.", context.RequestAborted).ConfigureAwait(false);
            return;
        }
        context.Request.EnableBuffering();
        var candidates = new List<(EndpointBehaviour Behaviour, IReadOnlyDictionary<string, JsonNode?> Values)>();
        foreach (var (behaviour, path) in matches)
        {
            if (await ReadAsync(context.Request, behaviour, path!).ConfigureAwait(false) is { } values)
                candidates.Add((behaviour, values));
        }
        // Here is one host for all, and some operations have one address: what is asked tells them apart.
        var (chosen, asked) = candidates.MaxBy(static candidate => candidate.Behaviour.FitOf(candidate.Values));
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(chosen?.Answer(asked) ?? Unreadable, context.RequestAborted).ConfigureAwait(false);
    }

    /// <returns>The values of the request; null when its body is not what the contract says.</returns>
    private static async Task<IReadOnlyDictionary<string, JsonNode?>?> ReadAsync(HttpRequest request, EndpointBehaviour behaviour, IReadOnlyDictionary<string, string> path)
    {
        try
        {
            request.Body.Position = 0;
            return await ReceivedRequest.ReadAsync(request, behaviour.Endpoint, path).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
