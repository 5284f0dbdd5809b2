using System.Diagnostics;
using Esms.Runtime;

namespace Esms;

/// <summary>
/// A send went out, and no answer says what became of it: eSMS may have accepted it, sent it and billed it, or not. Not to be taken for a failure:
/// sending once more with another RequestId may send twice. <see cref="SettleAsync"/> finds out.
/// </summary>
#pragma warning disable CA1032 // See EsmsException.
public sealed class EsmsOutcomeUnknownException : EsmsException
#pragma warning restore CA1032
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly PendingSend? _pending;

    private readonly CallHistory _history;

    internal EsmsOutcomeUnknownException(string operation, CallHistory history, PendingSend? pending)
        : base(operation, Describe(operation, history, pending), history.Last)
    {
        _history = history;
        _pending = pending;
    }

    /// <summary>How each try ended, in their order.</summary>
    public IReadOnlyList<EsmsException> Tries => _history.ToArray();

    /// <summary>
    /// Whether <see cref="SettleAsync"/> can find out. It can when the send has a <see cref="EsmsException.RequestId"/>, as long as eSMS remembers
    /// that: 24 hours.
    /// </summary>
    public bool CanSettle => _pending?.IsRemembered == true;

    /// <summary>
    /// Asks eSMS what became of the send, by the same request with the same RequestId. Either the service has it (code 124), and then
    /// <see cref="EsmsSendResponse.WasAlreadyAccepted"/> is true, or it has not, and accepts it now: in both cases there is one message.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer of the accepted send.</returns>
    /// <exception cref="InvalidOperationException">The send has no RequestId, or 24 hours have passed: <see cref="CanSettle"/> is false.</exception>
    /// <exception cref="EsmsApiException">eSMS refused the send, so none of its tries was accepted.</exception>
    /// <exception cref="EsmsOutcomeUnknownException">The outcome is unknown still.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<EsmsSendResponse> SettleAsync(CancellationToken cancellationToken = default) =>
        _pending is { IsRemembered: true } pending
            ? pending.SettleAsync(cancellationToken)
            : throw new InvalidOperationException(
                _pending is null
                    ? $"{Operation} has no RequestId by which eSMS could tell a repeat, so it cannot be settled."
                    : $"eSMS remembers a RequestId for 24 hours, and {_pending.WhyForgotten}: a repeat of {Operation} may send twice."
            );

    /// <summary>What the last try brought: an answer is said to be lost only when none came.</summary>
    private static string WhatCame(string operation, EsmsException last) =>
        last switch
        {
            EsmsProtocolException => "an answer came that cannot be read (" + last.Message[(operation.Length + 2)..].TrimEnd('.') + ")",
            EsmsTransportException { StatusCode: { } status } => "HTTP status "
                + NumberText.Of((int)status)
                + " was the answer, which does not say what became of the send",
            EsmsApiException { Code: var code } => "an answer was lost, and the refusal that followed does not speak of that send (code "
                + NumberText.Of((int)code)
                + ")",
            _ => "the answer was lost",
        };

    // Added and not interpolated, which would be larger in every native app.
    private static string Describe(string operation, CallHistory history, PendingSend? pending)
    {
        var tries = history.Tries;
        return operation
            + ": "
            + WhatCame(operation, history.Last!)
            + ", so eSMS may have accepted the send or not ("
            + NumberText.Of(tries)
            + (tries == 1 ? " try). " : " tries). ")
            + (pending is null ? "It has no RequestId; look it up before you repeat it." : nameof(SettleAsync) + " finds out.");
    }
}
