using Esms.Storage;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// The lock of the one process that sends from an outbox. The process locks a file beside the outbox while it lives. The operating system releases
/// the lock however the process ends, so nothing stale is left behind.
/// </summary>
internal static class WorkerLock
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>EAGAIN on Linux and macOS; sharing and lock violation on Windows.</summary>
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Whether a failure to open the file means that another process holds it.</summary>
    public static bool IsHeldByAnother(IOException exception) => HeldByAnother.Contains(exception.HResult);

    /// <summary>Waits until no other process sends.</summary>
    /// <returns>Releases the right to send when it is disposed.</returns>
    public static async Task<IDisposable> TakeAsync(OutboxFile file, ILogger logger, CancellationToken cancellationToken)
    {
        if (file.TakeRight() is { } right)
            return right;
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

    /// <summary>Logs each reason once, and not every second.</summary>
    private static void Report(Exception exception, ref string? reported, ILogger logger)
    {
        if (reported == exception.Message)
            return;
        reported = exception.Message;
        if (exception is IOException held && IsHeldByAnother(held))
            logger.AnotherSends();
        else
            logger.CannotUse(exception.Message);
    }
}
