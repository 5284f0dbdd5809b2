using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Esms.Receiving;

/// <summary>
/// Gets calls through an application that redirects them, which middleware does that comes before the endpoint and knows nothing of it. A call
/// that was redirected to https is answered where it arrived: its token has been on the way already, and nothing says that the service follows.
/// Any other redirect gets token and query back.
/// </summary>
internal sealed class CallbackRedirection(RequestDelegate next, ILogger logger)
{
    private int _warnings;

    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<HiddenAddress>() is { } hidden ? InvokeAsync(context, hidden) : next(context);

    private async Task InvokeAsync(HttpContext context, HiddenAddress hidden)
    {
        // Registered first, this runs last, when no log can take up the address any more.
        context.Response.OnStarting(() => RestoreAsync(context, hidden));
        await next(context).ConfigureAwait(false);
        if (hidden.IsReceived || context.Response.HasStarted || !LeadsToHttps(context))
            return;
        if (IsFirst())
            logger.RedirectedToHttps();
        await RepeatByHttpsAsync(context).ConfigureAwait(false);
    }

    /// <summary>Runs the application as the redirected request would have.</summary>
    private async Task RepeatByHttpsAsync(HttpContext context)
    {
        var scheme = context.Request.Scheme;
        context.Response.Clear();
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Scheme = Uri.UriSchemeHttps;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Request.Scheme = scheme;
        }
    }

    private Task RestoreAsync(HttpContext context, HiddenAddress hidden)
    {
        if (!IsRedirect(context.Response) || context.Response.Headers.Location.ToString() is not { Length: > 0 } location)
            return Task.CompletedTask;
        if (IsFirst())
            logger.Redirected(context.Response.StatusCode);
        if (location.Contains(hidden.StandIn, StringComparison.OrdinalIgnoreCase))
            context.Response.Headers.Location = hidden.Restore(location);
        return Task.CompletedTask;
    }

    /// <summary>Whether the answer is a redirect that differs from the request in scheme and port only.</summary>
    private static bool LeadsToHttps(HttpContext context) =>
        !context.Request.IsHttps
        && IsRedirect(context.Response)
        && Uri.TryCreate(context.Response.Headers.Location, UriKind.Absolute, out var location)
        && location.Scheme == Uri.UriSchemeHttps
        && location.Host.Equals(context.Request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && location.PathAndQuery == (context.Request.PathBase + context.Request.Path).ToUriComponent();

    private static bool IsRedirect(HttpResponse response) =>
        response.StatusCode
            is StatusCodes.Status301MovedPermanently
                or StatusCodes.Status302Found
                or StatusCodes.Status307TemporaryRedirect
                or StatusCodes.Status308PermanentRedirect;

    /// <summary>The application is set up so or it is not; saying it once is enough.</summary>
    private bool IsFirst() => Interlocked.Exchange(ref _warnings, 1) == 0;
}
