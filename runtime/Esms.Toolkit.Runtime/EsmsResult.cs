using System.Diagnostics.CodeAnalysis;
using Esms.Runtime;

namespace Esms;

/// <summary>What became of a call: accepted, refused, or unknown. It takes the place of exceptions where refusals are expected.</summary>
/// <typeparam name="TResponse">The answer of the call.</typeparam>
public sealed class EsmsResult<TResponse>
    where TResponse : EsmsResponse
{
    /// <summary>Null when the outcome is unknown.</summary>
    private readonly EsmsEndpoint? _endpoint;

    internal EsmsResult(EsmsEndpoint endpoint, TResponse response, bool isSuccess)
    {
        _endpoint = endpoint;
        Response = response;
        Outcome = isSuccess ? EsmsOutcome.Accepted : EsmsOutcome.Refused;
    }

    internal EsmsResult(EsmsOutcomeUnknownException unknown)
    {
        UnknownOutcome = unknown;
        Outcome = EsmsOutcome.Unknown;
    }

    /// <summary>What became of the call.</summary>
    public EsmsOutcome Outcome { get; }

    /// <summary>Whether eSMS accepted the call.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    public bool IsSuccess => Outcome == EsmsOutcome.Accepted;

    /// <summary>The code of the answer; <see cref="EsmsResultCode.Unspecified"/> when the outcome is unknown.</summary>
    public EsmsResultCode Code => Response?.ResultCode ?? EsmsResultCode.Unspecified;

    /// <summary>What the code means for this operation, where that is not what the name of <see cref="Code"/> says; else null.</summary>
    public string? Meaning => _endpoint?.MeaningOf(Code);

    /// <summary>The text that came with the code, if any.</summary>
    public string? ServiceMessage => Response?.ServiceMessage;

    /// <summary>The RequestId that the send went out with, the caller's or the client's own; null for calls that have none.</summary>
    public string? RequestId => (Response as EsmsSendResponse)?.SentRequestId ?? UnknownOutcome?.RequestId;

    /// <summary>
    /// The answer; null when the outcome is unknown. After a refusal it holds what the service did send beside the code, which may be nothing
    /// at all: members that an accepted call always has can then be null.
    /// </summary>
    public TResponse? Response { get; }

    /// <summary>When the outcome is unknown: what was tried, and the way to find out.</summary>
    public EsmsOutcomeUnknownException? UnknownOutcome { get; }

    /// <summary>The answer of an accepted call.</summary>
    /// <exception cref="EsmsApiException">eSMS refused the call.</exception>
    /// <exception cref="EsmsOutcomeUnknownException">The outcome is unknown.</exception>
    public TResponse EnsureSuccess()
    {
        if (UnknownOutcome is not null)
            throw UnknownOutcome;
        return IsSuccess ? Response : throw new EsmsApiException(_endpoint!, Response!) { RequestId = RequestId };
    }

    /// <summary>Operation, outcome and code; never the content of the answer.</summary>
    public override string ToString() =>
        Outcome switch
        {
            EsmsOutcome.Accepted => $"{_endpoint!.Operation}: accepted ({(int)Code})",
            EsmsOutcome.Refused => $"{_endpoint!.Operation}: refused ({(int)Code})",
            _ => $"{UnknownOutcome!.Operation}: outcome unknown",
        };
}
