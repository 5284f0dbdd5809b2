namespace Esms;

/// <summary>
/// The caller cancelled a send that had gone out already: eSMS may have accepted it or not. A repeat with the same <see cref="RequestId"/> cannot
/// send twice for 24 hours.
/// </summary>
#pragma warning disable CA1032 // See EsmsException.
public sealed class EsmsSendCanceledException : OperationCanceledException
#pragma warning restore CA1032
{
    internal EsmsSendCanceledException(string operation, string? requestId, CancellationToken cancellationToken)
        : base($"{operation} was cancelled after it had gone out: eSMS may have accepted it or not.", cancellationToken)
    {
        Operation = operation;
        RequestId = requestId;
    }

    /// <summary>The operation that was called.</summary>
    public string Operation { get; }

    /// <summary>The RequestId that the send went out with; null for calls that have none.</summary>
    public string? RequestId { get; }
}
