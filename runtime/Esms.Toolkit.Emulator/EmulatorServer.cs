using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>Finds the behaviour for a request. The service itself answers with HTTP status 200 whatever the outcome, and so does this.</summary>
internal sealed class EmulatorServer(IReadOnlyList<EndpointBehaviour> behaviours)
{
    public async Task HandleAsync(HttpContext context)
    {
        var behaviour = behaviours.FirstOrDefault(candidate => candidate.Matches(context.Request.Method, context.Request.Path));
        if (behaviour is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync($"No contract has {context.Request.Method} {context.Request.Path}.", context.RequestAborted).ConfigureAwait(false);
            return;
        }
        var values = context.Request.Query.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString());
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(behaviour.Answer(values), context.RequestAborted).ConfigureAwait(false);
    }
}
