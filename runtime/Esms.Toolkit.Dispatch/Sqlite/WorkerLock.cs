using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// One process sends from an outbox. It holds a file beside it for as long as it lives: the operating system lets go of that however it ends, so
/// nothing is left behind by which the next one would have to guess.
/// </summary>
internal static class WorkerLock
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>Waits until no other process sends.</summary>
    /// <returns>What ends the right to send when it is disposed of.</returns>
    public static async Task<IDisposable> TakeAsync(OutboxFile file, ILogger logger, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return OutboxFile.OpenPrivate(file.LockPath, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
            {
                if (tries == 1)
                    logger.AnotherSends();
            }
            await Task.Delay(BetweenTries, cancellationToken).ConfigureAwait(false);
        }
    }
}
