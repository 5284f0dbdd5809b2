using System.Net;

namespace Esms.Dispatching;

/// <summary>Ends messages that fail permanently, so that their campaign can end.</summary>
/// <param name="clock">The clock.</param>
internal sealed class HopelessRows(SteadyClock clock)
{
    /// <summary>For an error that names the request as its cause, while other messages get responses.</summary>
    private const int FewAttempts = 5;

    /// <summary>
    /// For the same error while no message gets a response, because a gateway in front of eSMS may refuse everything for some minutes. Also for any
    /// other error while other messages get responses.
    /// </summary>
    private const int ManyAttempts = 20;

    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(5);

    private readonly object _lock = new();
    private DateTimeOffset? _lastResponse;

    /// <summary>Records that eSMS responded to a message. The failure of another one is then about that message.</summary>
    public void NoteResponse()
    {
        lock (_lock)
            _lastResponse = clock.Now;
    }

    /// <summary>Returns why a message is not attempted any more; null while it is.</summary>
    /// <param name="send">The message before the attempt.</param>
    /// <param name="error">The error of the attempt.</param>
    public string? FindProblem(OutboxMessage send, EsmsException error)
    {
        var attempts = send.Tries + 1;
        return attempts >= AttemptsFor(error) ? $"It was attempted {attempts} times. {error.Message}" : null;
    }

    private int AttemptsFor(EsmsException error) =>
        (IsAboutTheRequest(error), OthersGetResponses) switch
        {
            (true, true) => FewAttempts,
            (false, false) => int.MaxValue,
            _ => ManyAttempts,
        };

    private bool OthersGetResponses
    {
        get
        {
            lock (_lock)
                return clock.Now - _lastResponse < Recently;
        }
    }

    /// <summary>
    /// Whether the HTTP status says that the request is wrong, or the response cannot be read. Broken connections, server errors and requests to slow
    /// down are transient.
    /// </summary>
    private static bool IsAboutTheRequest(EsmsException error) =>
        error is EsmsProtocolException
        || error
            is EsmsTransportException
            {
                StatusCode: >= HttpStatusCode.Ambiguous
                    and < HttpStatusCode.InternalServerError
                    and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
            };
}
