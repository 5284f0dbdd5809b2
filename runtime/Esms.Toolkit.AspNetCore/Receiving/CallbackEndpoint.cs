using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>Receives calls of one kind at one address: reads, checks, hands over and answers them.</summary>
/// <param name="services">The services of the application, because a handler may outlive the request.</param>
/// <param name="kind">What is received.</param>
/// <param name="handler">Gives the reply.</param>
internal sealed class CallbackEndpoint<TCall>(
    IServiceProvider services,
    CallbackKind<TCall> kind,
    Func<TCall, IServiceProvider, CancellationToken, Task<string?>> handler
)
{
    private readonly EsmsCallbackOptions _options = services.GetRequiredService<IOptions<EsmsCallbackOptions>>().Value;
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly CallbackTokens _tokens = services.GetRequiredService<CallbackTokens>();
    private readonly CallbackInbox _inbox = services.GetRequiredService<CallbackInbox>();
    private readonly ILogger _logger = services.GetRequiredService<ILogger<CallbackInbox>>();

    /// <summary>By what its calls differ from those that come in at other endpoints.</summary>
    private readonly Guid _id = Guid.NewGuid();

    public async Task InvokeAsync(HttpContext context)
    {
        ShieldFromMiddleware(context);
        if (_tokens.Hide(context.Features) is not { } hidden || !hidden.IsToken(context.Request.RouteValues[CallbackPattern.TokenParameter]))
        {
            _logger.WrongToken(kind.Name);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        hidden.IsReceived = true;
        var (parameters, status) = await new CallbackParameters(_options.MaxLength).ReadAsync(context.Request, hidden.Query).ConfigureAwait(false);
        if (parameters is null)
            await RefuseAsync(context, status, $"more than {_options.MaxLength} characters, or a body that is no form.").ConfigureAwait(false);
        else if (Read(parameters, out var problem) is not { } call)
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem!).ConfigureAwait(false);
        else
            await TakeAsync(context, parameters, call).ConfigureAwait(false);
    }

    /// <summary>
    /// Against what knows nothing of the endpoint, because it comes before the routing. The status is the answer, so nothing may be put in its
    /// place: no kept response, and no page, to which some redirect with a 302.
    /// </summary>
    private static void ShieldFromMiddleware(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
    }

    private TCall? Read(IReadOnlyDictionary<string, string> parameters, out string? problem)
    {
        try
        {
            problem = null;
            return kind.Parse(parameters);
        }
        catch (EsmsProtocolException exception)
        {
            // It names the parameter, and never its value.
            problem = exception.Message;
            return default;
        }
    }

    private Task RefuseAsync(HttpContext context, int status, string reason)
    {
        _logger.Unreadable(kind.Name, status, reason);
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }

    private async Task TakeAsync(HttpContext context, IReadOnlyDictionary<string, string> parameters, TCall call)
    {
        var id = CallbackLog.IdOf(kind.IdOf(call));
        if (kind.IsSigned?.Invoke(call) == false)
        {
            _logger.WrongSignature(kind.Name, id);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var key = CallbackKey.Of(EndpointOf(context.Request), kind.WhatIsSaid(parameters));
        var began = _time.GetTimestamp();
        var received = new ReceivedCall(kind.Name, id, key, cancellationToken => HandleAsync(call, id, parameters, began, cancellationToken));
        var waits = kind.ReplyType is not null || _options.Answer == EsmsCallbackAnswer.WhenHandled;
        try
        {
            var result = await _inbox.TakeAsync(received, waits, context.RequestAborted).ConfigureAwait(false);
            await AnswerAsync(context, id, result).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Some middleware ends requests too, and goes on to answer them.
            if (!context.Response.HasStarted)
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            _logger.CallerLeft(kind.Name, id);
        }
    }

    /// <summary>The endpoint, with what else its pattern took out of the path: the prefix of a group may have parameters of its own.</summary>
    private IEnumerable<KeyValuePair<string, string>> EndpointOf(HttpRequest request) =>
        request
            .RouteValues.Where(static pair => !pair.Key.Equals(CallbackPattern.TokenParameter, StringComparison.OrdinalIgnoreCase))
            .Select(static pair => KeyValuePair.Create(pair.Key, Convert.ToString(pair.Value, CultureInfo.InvariantCulture) ?? string.Empty))
            .Prepend(KeyValuePair.Create(kind.Name, $"{_id}"));

    /// <summary>One try, with services of its own.</summary>
    private async Task<string?> HandleAsync(
        TCall call,
        string id,
        IReadOnlyDictionary<string, string> parameters,
        long began,
        CancellationToken cancellationToken
    )
    {
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (kind.Ask is { } ask)
                call = await ConfirmAsync(ask(scope.ServiceProvider, call, cancellationToken), id, parameters, began).ConfigureAwait(false);
            return await handler(call, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="StatusBehindException">The service is asked again in the next try.</exception>
    private async Task<TCall> ConfirmAsync(Task<Confirmation> asking, string id, IReadOnlyDictionary<string, string> parameters, long began)
    {
        var confirmation = await asking.ConfigureAwait(false);
        // An end is an end: counters that do not come on must not cost the report of it.
        if (confirmation.Lag == Lag.Status || (confirmation.Lag == Lag.Counts && _time.GetElapsedTime(began) < _options.GiveUpAfter / 2))
            throw new StatusBehindException();
        if (!confirmation.IsSame)
            _logger.Differs(kind.Name, id);
        return kind.Parse(confirmation.Correct(parameters));
    }

    private async Task AnswerAsync(HttpContext context, string id, CallbackResult result)
    {
        if (result.Outcome == CallbackOutcome.Refused)
            _logger.Refused(kind.Name, id);
        else
            _logger.Answered(kind.Name, id, result.Outcome);
        if (result.Outcome is CallbackOutcome.Failed or CallbackOutcome.Refused)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (result.Reply is not { } reply)
            return;
        context.Response.ContentType = kind.ReplyType;
        await context.Response.WriteAsync(reply, context.RequestAborted).ConfigureAwait(false);
    }
}
