using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>Receives calls of one kind at one address: reads, checks, hands over and answers them.</summary>
/// <param name="services">The services of the application, for it may outlive the request.</param>
/// <param name="pattern">The address, by which its calls are told from those of others.</param>
/// <param name="kind">What is received.</param>
/// <param name="handler">Gives the reply.</param>
internal sealed class CallbackEndpoint<TCall>(
    IServiceProvider services,
    string pattern,
    CallbackKind<TCall> kind,
    Func<TCall, IServiceProvider, CancellationToken, Task<string?>> handler
)
{
    private readonly EsmsCallbackOptions _options = services.GetRequiredService<IOptions<EsmsCallbackOptions>>().Value;
    private readonly CallbackTokens _tokens = services.GetRequiredService<CallbackTokens>();
    private readonly CallbackInbox _inbox = services.GetRequiredService<CallbackInbox>();
    private readonly ILogger _logger = services.GetRequiredService<ILogger<CallbackInbox>>();

    public async Task InvokeAsync(HttpContext context)
    {
        if (_tokens.Take(context.Features) is not { } query)
        {
            _logger.WrongToken(kind.Name);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var (parameters, status) = await new CallbackParameters(_options.MaxLength).ReadAsync(context.Request, query).ConfigureAwait(false);
        if (parameters is null)
            await RefuseAsync(context, status, $"more than {_options.MaxLength} characters, or a body that is no form.").ConfigureAwait(false);
        else if (Read(parameters, out var problem) is not { } call)
            await RefuseAsync(context, StatusCodes.Status400BadRequest, problem!).ConfigureAwait(false);
        else
            await TakeAsync(context, parameters, call).ConfigureAwait(false);
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
        var key = CallbackKey.Of($"{kind.Name} {pattern}", parameters);
        var received = new ReceivedCall(kind.Name, id, key, cancellationToken => HandleAsync(call, id, parameters, cancellationToken));
        var waits = kind.ReplyType is not null || _options.Answer == EsmsCallbackAnswer.WhenHandled;
        try
        {
            var result = await _inbox.TakeAsync(received, waits, context.RequestAborted).ConfigureAwait(false);
            await AnswerAsync(context, id, result).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            _logger.CallerLeft(kind.Name, id);
        }
    }

    /// <summary>One try, with services of its own.</summary>
    private async Task<string?> HandleAsync(
        TCall call,
        string id,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    )
    {
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            if (kind.Ask is { } ask)
            {
                var confirmation = await ask(scope.ServiceProvider, call, cancellationToken).ConfigureAwait(false);
                if (!confirmation.IsSame)
                    _logger.Differs(kind.Name, id);
                call = kind.Parse(confirmation.Correct(parameters));
            }
            return await handler(call, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
        }
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
