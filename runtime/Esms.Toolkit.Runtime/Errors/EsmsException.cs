namespace Esms;

/// <summary>The base of everything that a call can throw, bad arguments and cancellation aside. No text in it ever holds a key.</summary>
#pragma warning disable CA1032 // Always thrown with the operation it is about; a constructor without one would make an error that says nothing.
public abstract class EsmsException : Exception
#pragma warning restore CA1032
{
    private protected EsmsException(string operation, string message, Exception? innerException)
        : base(message, innerException) => Operation = operation;

    /// <summary>The operation that was called, as its contract names it, such as <c>GetSendStatus</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// The RequestId that the send went out with, the caller's or the client's own. A repeat with the same one cannot send twice for 24 hours.
    /// Null for calls that have none.
    /// </summary>
    public string? RequestId { get; internal set; }
}
