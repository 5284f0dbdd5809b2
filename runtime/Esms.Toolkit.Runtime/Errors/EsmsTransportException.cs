using System.Net;

namespace Esms;

/// <summary>No usable answer came: the service could not be reached, took too long, or answered with an HTTP error.</summary>
#pragma warning disable CA1032 // See EsmsException.
public sealed class EsmsTransportException : EsmsException
#pragma warning restore CA1032
{
    internal EsmsTransportException(
        string operation,
        EsmsTransportError error,
        string message,
        Exception? innerException = null,
        HttpStatusCode? statusCode = null
    )
        : base(operation, $"{operation}: {message}", innerException)
    {
        Error = error;
        StatusCode = statusCode;
    }

    /// <summary>What went wrong.</summary>
    public EsmsTransportError Error { get; }

    /// <summary>The HTTP status, when <see cref="Error"/> is <see cref="EsmsTransportError.HttpStatus"/>.</summary>
    public HttpStatusCode? StatusCode { get; }
}
