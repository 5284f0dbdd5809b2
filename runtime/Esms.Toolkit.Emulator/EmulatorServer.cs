using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>Finds the behaviour for a request. The service itself answers with HTTP status 200 whatever the outcome, and so does this.</summary>
internal sealed class EmulatorServer(IReadOnlyList<EndpointBehaviour> behaviours)
{
    public async Task HandleAsync(HttpContext context)
    {
        foreach (var behaviour in behaviours)
        {
            if (behaviour.Match(context.Request.Method, context.Request.Path) is not { } path)
                continue;
            await AnswerAsync(context, behaviour, path).ConfigureAwait(false);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        await context.Response.WriteAsync($"No contract has {context.Request.Method} {context.Request.Path}.", context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, EndpointBehaviour behaviour, IReadOnlyDictionary<string, string> path)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        string answer;
        try
        {
            answer = behaviour.Answer(await ReceivedRequest.ReadAsync(context.Request, behaviour.Endpoint, path).ConfigureAwait(false));
        }
        catch (InvalidDataException)
        {
            // What the service says to a body that it cannot read.
            answer = """{"error":"Invalid request"}""";
        }
        await context.Response.WriteAsync(answer, context.RequestAborted).ConfigureAwait(false);
    }
}
