using Esms.Storage;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// One process sends from an outbox. It holds a file beside it for as long as it lives: the operating system lets go of that however it ends, so
/// nothing is left behind by which the next one would have to guess.
/// </summary>
internal static class WorkerLock
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>EAGAIN on Linux and macOS, sharing and lock violation on Windows.</summary>
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Waits until no other process sends.</summary>
    /// <returns>Ends the right to send when it is disposed.</returns>
    public static async Task<IDisposable> TakeAsync(OutboxFile file, ILogger logger, CancellationToken cancellationToken)
    {
        string? reported = null;
        while (true)
        {
            try
            {
                return PrivateFile.Hold(file.LockPath);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Report(exception, ref reported, logger);
            }
            await Task.Delay(BetweenAttempts, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Each reason is logged once, and not in every second.</summary>
    private static void Report(Exception exception, ref string? reported, ILogger logger)
    {
        if (reported == exception.Message)
            return;
        reported = exception.Message;
        if (exception is IOException && HeldByAnother.Contains(exception.HResult))
            logger.AnotherSends();
        else
            logger.CannotUse(exception.Message);
    }
}
