using System.Net;

namespace Esms.Dispatching;

/// <summary>Ends messages that fail in a way that will not pass, so that a campaign ends too.</summary>
/// <param name="clock">Tells the time.</param>
internal sealed class HopelessRows(SteadyClock clock)
{
    /// <summary>For an error that names the request as its cause, while other messages are answered.</summary>
    private const int FewAttempts = 5;

    /// <summary>
    /// For the same error while nothing is answered, because what stands before eSMS may refuse everything for some minutes; and for any other error
    /// while other messages are answered.
    /// </summary>
    private const int ManyAttempts = 20;

    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(5);

    private readonly object _lock = new();
    private DateTimeOffset? _answered;

    /// <summary>eSMS answered a message, so what another one meets is about that one.</summary>
    public void OtherWasAnswered()
    {
        lock (_lock)
            _answered = clock.Now;
    }

    /// <summary>Why a message is not attempted any more; null while it is.</summary>
    /// <param name="send">The message, as it was before the attempt.</param>
    /// <param name="error">How the attempt ended.</param>
    public string? FindProblem(OutboxMessage send, EsmsException error)
    {
        var attempts = send.Tries + 1;
        return attempts >= AttemptsFor(error) ? $"It was attempted {attempts} times. {error.Message}" : null;
    }

    private int AttemptsFor(EsmsException error) =>
        (IsAboutTheRequest(error), IsAnsweringOthers) switch
        {
            (true, true) => FewAttempts,
            (false, false) => int.MaxValue,
            _ => ManyAttempts,
        };

    private bool IsAnsweringOthers
    {
        get
        {
            lock (_lock)
                return clock.Now - _answered < Recently;
        }
    }

    /// <summary>
    /// An HTTP status that says that the request is wrong, or an answer that cannot be read. A connection that breaks, errors of the server and
    /// requests to slow down may pass.
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
