namespace Esms;

/// <summary>The outcome of a call that eSMS answered: accepted or refused. It takes the place of <see cref="EsmsApiException"/> where refusals are expected.</summary>
/// <typeparam name="TResponse">The answer of the call.</typeparam>
public sealed class EsmsResult<TResponse>
    where TResponse : EsmsResponse
{
    private readonly string _operation;

    internal EsmsResult(string operation, TResponse response, bool isSuccess)
    {
        _operation = operation;
        Response = response;
        IsSuccess = isSuccess;
    }

    /// <summary>Whether eSMS accepted the call.</summary>
    public bool IsSuccess { get; }

    /// <summary>The code of the answer.</summary>
    public EsmsResultCode Code => Response.ResultCode;

    /// <summary>The text that came with the code, if any.</summary>
    public string? ServiceMessage => Response.ServiceMessage;

    /// <summary>
    /// The answer. After a refusal it holds what the service did send beside the code, which may be nothing at all: members that an accepted
    /// call always has can then be null.
    /// </summary>
    public TResponse Response { get; }

    /// <summary>The answer of an accepted call.</summary>
    /// <exception cref="EsmsApiException">eSMS refused the call.</exception>
    public TResponse EnsureSuccess() => IsSuccess ? Response : throw new EsmsApiException(_operation, Response);

    /// <summary>Operation, outcome and code; never the content of the answer.</summary>
    public override string ToString() => IsSuccess ? $"{_operation}: accepted ({(int)Code})" : $"{_operation}: refused ({(int)Code})";
}
