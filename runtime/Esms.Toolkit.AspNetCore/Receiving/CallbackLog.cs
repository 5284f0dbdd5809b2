using Microsoft.Extensions.Logging;

namespace Esms.Receiving;

/// <summary>What is logged: kinds of calls, their ids and the names of parameters. No phone number, text, token or signature.</summary>
internal static partial class CallbackLog
{
    private const int MaxIdLength = 64;

    [LoggerMessage(1, LogLevel.Information, "A call of {Call} had a wrong token.")]
    public static partial void WrongToken(this ILogger logger, string call);

    [LoggerMessage(2, LogLevel.Warning, "A call of {Call} was refused with HTTP status {Status}: {Reason}")]
    public static partial void Unreadable(this ILogger logger, string call, int status, string reason);

    [LoggerMessage(3, LogLevel.Warning, "{Call} {Id} is not signed with the private key, and was refused.")]
    public static partial void WrongSignature(this ILogger logger, string call, string id);

    [LoggerMessage(4, LogLevel.Debug, "{Call} {Id} is a repeat.")]
    public static partial void IsRepeat(this ILogger logger, string call, string id);

    [LoggerMessage(5, LogLevel.Debug, "{Call} {Id}: {Outcome}.")]
    public static partial void Answered(this ILogger logger, string call, string id, CallbackOutcome outcome);

    [LoggerMessage(6, LogLevel.Debug, "{Call} {Id}: eSMS hung up before its handler had finished, which goes on.")]
    public static partial void CallerLeft(this ILogger logger, string call, string id);

    [LoggerMessage(7, LogLevel.Warning, "{Call} {Id}: try {Tries} failed.")]
    public static partial void TryFailed(this ILogger logger, string call, string id, int tries, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "{Call} {Id} was not handled in {Tries} tries. When eSMS does not repeat it, ask for its status.")]
    public static partial void GaveUp(this ILogger logger, string call, string id, int tries);

    [LoggerMessage(
        9,
        LogLevel.Error,
        "{Call} {Id} was refused: too many calls are under way, or the application stops. When eSMS does not repeat it, ask for its status."
    )]
    public static partial void Refused(this ILogger logger, string call, string id);

    [LoggerMessage(10, LogLevel.Error, "The application stopped before {Count} calls were handled.")]
    public static partial void Abandoned(this ILogger logger, int count);

    [LoggerMessage(11, LogLevel.Warning, "{Call} {Id} does not tell what eSMS answers when asked. The answer counts.")]
    public static partial void Differs(this ILogger logger, string call, string id);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "A call of eSMS came by http, and the application redirects it to https. It is answered where it arrived, because eSMS may not follow. Give sends a CallbackUrl that begins with https; behind a proxy that ends TLS, set ForwardedHeadersOptions and call app.UseForwardedHeaders() before app.UseHttpsRedirection(). This is logged once."
    )]
    public static partial void RedirectedToHttps(this ILogger logger);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "A call of eSMS was redirected with HTTP status {Status} before it reached its endpoint, and eSMS may not follow. Give sends a CallbackUrl that is not redirected, or keep that middleware from the path of the endpoint. This is logged once."
    )]
    public static partial void Redirected(this ILogger logger, int status);

    /// <summary>An id as it may stand in a log: a stranger could have written it, with new lines for example.</summary>
    public static string IdOf(string id) =>
        string.Concat(id.Take(MaxIdLength).Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '?'));
}
