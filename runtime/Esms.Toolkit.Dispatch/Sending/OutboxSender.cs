using System.Net;
using System.Text.Json;
using Esms.Runtime;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching;

/// <summary>
/// Attempts a message once, and classifies the result. The outbox decides about the next attempt. It knows the attempts of other processes, and has
/// recorded this one before it starts.
/// </summary>
/// <param name="connection">The account. Its calls make one attempt here.</param>
/// <param name="operations">The sends that can be read.</param>
/// <param name="options">The limits.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Logs unexpected exceptions.</param>
internal sealed class OutboxSender(
    EsmsConnection connection,
    Operations operations,
    EsmsDispatchOptions options,
    SteadyClock clock,
    ILogger<OutboxSender> logger
)
{
    /// <summary>No message waits longer for its next attempt.</summary>
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan AfterTheUnexpected = LongestDelay;

    private readonly EsmsConnection _connection = connection.With(new EsmsCallOptions { MaxTries = 1 });
    private readonly HopelessRows _hopeless = new(clock);

    /// <param name="send">The message. The caller has recorded that an attempt starts now.</param>
    /// <param name="cancellationToken">Cancels the call. The outcome of the message is then to be resolved.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<SendOutcome> SendAsync(OutboxMessage send, CancellationToken cancellationToken)
    {
        if (!RequestIdWindow.Covers(send.SentSince, clock.Now))
            return Final(
                send,
                EsmsDispatchOutcome.Unknown,
                send.Tries,
                send.TriedSince is null
                    ? "It may have been sent before, and eSMS no longer remembers the RequestId."
                    : "The response to an attempt was lost, and eSMS no longer remembers the RequestId."
            );
        if (operations.Find(send.Operation) is not { } endpoint)
            return Invalid(send, $"The operation {send.Operation} is unknown here. Register it with {nameof(EsmsDispatchBuilder.AddOperations)}.");
        object request;
        try
        {
            request = EsmsOutbox.Read(endpoint, send.Request.Span);
        }
        catch (JsonException exception)
        {
            return Invalid(send, $"The request cannot be read: {exception.Message}");
        }
        try
        {
            var result = await EsmsOutbox
                .TrySendAsync(_connection, endpoint, request, send.RequestId, send.SentSince, cancellationToken)
                .ConfigureAwait(false);
            return result.UnknownOutcome is { } unknown ? Retry(send, unknown.Tries[^1], mayBeAccepted: true) : Classify(send, endpoint, result);
        }
        catch (EsmsException exception)
        {
            return Retry(send, exception, mayBeAccepted: false);
        }
        catch (ArgumentException exception)
        {
            return Invalid(send, exception.Message);
        }
#pragma warning disable CA1031 // Handlers of the application can throw anything. It does not say whether the message was sent.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.Failed(send.Operation, send.RequestId, exception.GetType().Name);
            return new SendOutcome.Retry(AfterTheUnexpected, MayBeAccepted: true, Pause: null, IsThrottled: false);
        }
    }

    /// <summary>Ends a message whose cost the limit can never allow. A worker with another limit may have sent it.</summary>
    /// <returns>Null for any other message.</returns>
    public SendOutcome.Final? FindOverBudget(OutboxMessage send) =>
        options.FindCostProblem(send.Cost) is { } problem ? Final(send, NotSent(send.SentSince is not null), send.Tries, problem) : null;

    private static EsmsDispatchOutcome NotSent(bool mayBeAccepted) => mayBeAccepted ? EsmsDispatchOutcome.Unknown : EsmsDispatchOutcome.Invalid;

    private SendOutcome.Final Invalid(OutboxMessage send, string problem) => Final(send, EsmsDispatchOutcome.Invalid, send.Tries, problem);

    private SendOutcome Classify(OutboxMessage send, EsmsEndpoint endpoint, EsmsResult<EsmsSendResponse> result)
    {
        _hopeless.NoteResponse();
        var response = result.Response!;
        // The RequestId was used before, so this message was sent.
        var isKnown = result.Code == EsmsResultCode.DuplicateRequestId;
        if (result.IsSuccess || isKnown)
        {
            return new SendOutcome.Final(
                Result(send, EsmsDispatchOutcome.Accepted, send.Tries + 1, null) with
                {
                    Code = result.Code,
                    MessageId = isKnown ? null : EsmsOutbox.MessageIdOf(endpoint, response),
                    WasAlreadyAccepted = isKnown || response.WasAlreadyAccepted,
                }
            );
        }
        if (result.Code.CanRetry() || result.Code == EsmsResultCode.WrongCredentials)
            return Retry(send, result.Code, mayBeAccepted: false);
        var refused = Result(send, EsmsDispatchOutcome.Refused, send.Tries + 1, response.ServiceMessage ?? result.Code.ToName());
        return new SendOutcome.Final(refused with { Code = result.Code });
    }

    private SendOutcome Retry(OutboxMessage send, EsmsException error, bool mayBeAccepted)
    {
        if (error is EsmsApiException refusal)
            return Retry(send, refusal.Code, mayBeAccepted);
        if (_hopeless.FindProblem(send, error) is { } problem)
            return Final(send, NotSent(mayBeAccepted || send.SentSince is not null), send.Tries + 1, problem);
        var isThrottled = error is EsmsTransportException { StatusCode: HttpStatusCode.TooManyRequests };
        return new SendOutcome.Retry(DelayAfter(send.Tries), mayBeAccepted, null, isThrottled);
    }

    private SendOutcome.Retry Retry(OutboxMessage send, EsmsResultCode code, bool mayBeAccepted)
    {
        var delay = DelayAfter(send.Tries);
        var pause = IsAboutTheAccount(code) ? new EsmsDispatchPause(code.ToName() ?? "The account cannot send.", code, clock.Shown + delay) : null;
        return new SendOutcome.Retry(delay, mayBeAccepted, pause, IsThrottled: code == EsmsResultCode.TooManyRequests);
    }

    /// <summary>Whether any next message would be refused in the same way.</summary>
    private static bool IsAboutTheAccount(EsmsResultCode code) =>
        code
            is EsmsResultCode.WrongCredentials
                or EsmsResultCode.NoPriceList
                or EsmsResultCode.BalanceTooLow
                or EsmsResultCode.AddressNotAllowed
                or EsmsResultCode.AccountLocked;

    /// <summary>Doubles with each attempt, and is randomly up to half shorter.</summary>
    private static TimeSpan DelayAfter(int tries)
    {
        var longest = Math.Min(Math.Pow(2, Math.Min(tries, 16)), LongestDelay.TotalSeconds);
#pragma warning disable CA5394 // The random value spreads the load; it protects nothing.
        return TimeSpan.FromSeconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }

    /// <summary>Creates a final outcome with a description of the problem.</summary>
    public SendOutcome.Final Final(OutboxMessage send, EsmsDispatchOutcome outcome, int tries, string problem) =>
        new(Result(send, outcome, tries, problem));

    private EsmsDispatchResult Result(OutboxMessage send, EsmsDispatchOutcome outcome, int tries, string? problem) =>
        new(send.Campaign, send.Row, send.Operation, send.RequestId, outcome)
        {
            Problem = problem,
            Tries = tries,
            FinishedAt = clock.Shown,
        };
}
