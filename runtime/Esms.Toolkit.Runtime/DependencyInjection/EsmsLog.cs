using Microsoft.Extensions.Logging;

namespace Esms.Runtime;

/// <summary>What is logged about the accounts of an application. Settings are named, and their values are not.</summary>
internal static partial class EsmsLog
{
    public const string Category = "Esms";

    [LoggerMessage(1, LogLevel.Error, "{Options} were reloaded with mistakes. The last valid options stay in use. {Problems}")]
    public static partial void KeepsOptions(this ILogger logger, string options, string problems);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "{Setting} of {Options} has changed. It takes effect when the application starts again; keys, time limits and tries are used at once."
    )]
    public static partial void NeedsRestart(this ILogger logger, string setting, string options);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "The HTTP client {Client} sends through a {Handler}, and it is not known what that does with keys. It must not follow redirects, keep cookies or write "
            + "addresses into logs and traces. A SocketsHttpHandler is set up for that; EsmsOptions.Proxy and ClientCertificates need no handler of your own."
    )]
    public static partial void HasUnknownHandler(this ILogger logger, string client, string handler);
}
