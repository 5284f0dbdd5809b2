using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Esms.Emulator;

/// <summary>
/// From a request to its answer: which contract is meant, what the fault script does, which account asks, what is wrong with the fields, and
/// what the rules say. The service answers with HTTP status 200 whatever the outcome, and so does this.
/// </summary>
internal sealed partial class RequestHandler(EmulatorEngine engine, EmulatorWorld world, FaultDice dice, ILogger logger)
{
    /// <param name="path">The path of the service; a host may serve the emulator under a longer one.</param>
    public async Task HandleAsync(HttpContext context, string path)
    {
        var matches = engine
            .Behaviours.Select(behaviour => (Behaviour: behaviour, Path: behaviour.Match(path)))
            .Where(static match => match.Path is not null)
            .ToList();
        var callable = matches.Where(match => match.Behaviour.Takes(context.Request.Method)).ToList();
        if (callable.Count == 0)
        {
            await WriteUnservedAsync(context, path, matches.FirstOrDefault().Behaviour?.Endpoint.Route.Method).ConfigureAwait(false);
            return;
        }
        if (await IncomingRequest.ReadAsync(context.Request, path, world.Options.MaxBodyBytes).ConfigureAwait(false) is not { } request)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var exchange = Choose(request, [.. callable.Select(static match => (match.Behaviour, match.Path!))]);
        var fault = dice.Throw(exchange.Endpoint.Operation);
        await FaultInjector
            .AnswerAsync(context, fault, () => Answer(exchange, request, fault), answer => WriteAsync(context, exchange, answer))
            .ConfigureAwait(false);
        if (fault is { KeepsRequest: true })
            Log(exchange, request, fault, Reply.Refused(EsmsResultCode.None, "the fault script kept it"), null);
    }

    /// <param name="method">How the operation at this address is called; null when there is none.</param>
    private Task WriteUnservedAsync(HttpContext context, string path, string? method)
    {
        context.Response.StatusCode = method is null ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed;
        if (method is not null)
            context.Response.Headers.Allow = method;
        var hint = method is null
            ? AddressHint.For(path, engine.Behaviours.Select(static known => known.Endpoint.Route.Path))
            : $"it is called with {method}";
        if (hint is not null)
            context.Response.Headers["Esms-Emulator-Problem"] = Ascii(hint);
        var end = hint is null ? "." : $"; {hint}";
        return context.Response.WriteAsync($"No contract has {context.Request.Method} {path}{end}", context.RequestAborted);
    }

    /// <summary>Here is one host for all, and some operations have one address: the contract that the request is nearest to is meant.</summary>
    private Exchange Choose(
        IncomingRequest request,
        IReadOnlyList<(EndpointBehaviour Behaviour, IReadOnlyDictionary<string, string> Path)> matches
    ) => matches.Select(match => Exchange.Read(request, match.Behaviour, match.Path, world.Library)).MinBy(static exchange => exchange.Rank)!;

    private string Answer(Exchange exchange, IncomingRequest request, FaultRule? fault)
    {
        Reply reply;
        try
        {
            reply = ReplyTo(exchange);
        }
#pragma warning disable CA1031 // Whatever comes in, the answer is one of the service; the developer finds the exception in the log.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailure(logger, exception, exchange.Endpoint.Operation);
            reply = Reply.Refused(EsmsResultCode.PhoneBlocked, $"the emulator failed: {exception.Message}");
        }
        var answer =
            reply.Answer
            ?? (
                exchange.Unreadable is { } why
                    ? AnswerShape.Unreadable(exchange.Endpoint, exchange.Values, why)
                    : AnswerShape.Refuse(exchange.Endpoint, reply, exchange.Values)
            );
        Log(exchange, request, fault, reply, answer);
        return answer.ToJsonString();
    }

    private Reply ReplyTo(Exchange exchange)
    {
        if (exchange.Unreadable is { } why)
            return Reply.Refused(EsmsResultCode.PhoneBlocked, why);
        if (AccountOf(exchange) is not { } account)
            return Reply.Refused(EsmsResultCode.WrongCredentials, "no account has these keys");
        exchange.Account = account;
        if (exchange.Behaviour.TakeNext() is { } told)
            return Reply.Accepted(PublishedSample.Of(told).Response.DeepClone().AsObject());
        if (account.Locked)
            return Reply.Refused(EsmsResultCode.AccountLocked, $"the account {account.Name} is locked in the settings");
        if (exchange.Endpoint.Limits.CallsPerSecond is { } limit && !exchange.Behaviour.Rate.TryPass(account.Name, limit))
            return Reply.Refused(EsmsResultCode.TooManyRequests, $"there were more than {limit} calls in this second");
        if (exchange.Report.Problems is [var problem, ..])
            return Reply.Refused(problem.Code, problem.ToString());
        var values = new FieldValues(exchange.Endpoint.Request, exchange.Values, world.Library.Types);
        return RuleBook.Ask(new Call(exchange.Endpoint, account, exchange.Values, values, world));
    }

    private EmulatorAccount? AccountOf(Exchange exchange) =>
        engine.Accounts.FirstOrDefault(account =>
            exchange.Endpoint.Request.All(field =>
                field.Role switch
                {
                    FieldRole.ApiKey => exchange.Values.GetValueOrDefault(field.Wire)?.ToString() == account.ApiKey,
                    FieldRole.SecretKey => exchange.Values.GetValueOrDefault(field.Wire)?.ToString() == account.SecretKey,
                    _ => true,
                }
            )
        );

    private void Log(Exchange exchange, IncomingRequest request, FaultRule? fault, Reply reply, JsonObject? answer)
    {
        exchange.Why = reply.Why;
        engine.Log.Add(
            new ReceivedRequest(
                world.Clock.GetUtcNow(),
                request.Method,
                exchange.Endpoint.Route.Path,
                exchange.Endpoint.Operation,
                exchange.Account?.Name,
                CodeIn(exchange.Endpoint, answer),
                exchange.Report.UnknownFields,
                [
                    .. exchange.Report.Problems.Select(static problem => problem.ToString()),
                    .. reply.Why is { } why && exchange.Report.Problems.Count == 0 ? new[] { why } : [],
                ],
                exchange.Report.Notes,
                fault?.Kind,
                reply.MessageId,
                DraftReader.RequestOf(exchange.Endpoint, exchange.Values),
                answer is null ? null : DraftReader.Shown(answer)
            )
        );
    }

    private static int? CodeIn(EndpointModel endpoint, JsonObject? answer) =>
        answer is null
            ? null
            : endpoint
                .Response.Where(static field => field.Success is not null)
                .Select(field => EndpointModelExtensions.CodeIn(answer, field))
                .FirstOrDefault(static code => code is not null);

    /// <summary>What a developer wants to know of it stands in headers, where no client of the service looks.</summary>
    private static Task WriteAsync(HttpContext context, Exchange exchange, string answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Esms-Emulator-Operation"] = exchange.Endpoint.Operation;
        if (exchange.Report.UnknownFields.Count > 0)
            context.Response.Headers["Esms-Emulator-Unknown-Fields"] = Ascii(string.Join(", ", exchange.Report.UnknownFields));
        if (exchange.Why is { } why)
            context.Response.Headers["Esms-Emulator-Problem"] = Ascii(string.Join("; ", [why, .. exchange.Report.NearMisses]));
        return context.Response.WriteAsync(answer, context.RequestAborted);
    }

    /// <summary>Headers take no other letters, and no line breaks.</summary>
    private static string Ascii(string text) => new([.. text.Take(1000).Select(static letter => letter is >= ' ' and <= '~' ? letter : '?')]);

    [LoggerMessage(LogLevel.Error, "The emulator failed on a call of {Operation}.")]
    private static partial void LogFailure(ILogger logger, Exception exception, string operation);
}
