namespace Esms;

/// <summary>An answer came that is not what the contract of the call describes.</summary>
#pragma warning disable CA1032 // See EsmsException.
public sealed class EsmsProtocolException : EsmsException
#pragma warning restore CA1032
{
    internal EsmsProtocolException(string operation, string? field, string message, Exception? innerException = null)
        : base(operation, operation + ": " + (field is null ? message : field + ": " + message), innerException) => Field = field;

    /// <summary>Where in the answer the trouble is, such as <c>SMSID</c> or <c>Items[2].Name</c>; null when it is no single member.</summary>
    public string? Field { get; }
}
