using Esms.Dispatching.Sqlite;
using Esms.Storage;

namespace Esms.Cli;

/// <summary>
/// One process at a time puts messages of a file on a broker: what it noted is read again under the lock, so nothing that came between the question and
/// its answer is missed.
/// </summary>
internal static class EnqueueLock
{
    private const string Advice = "Wait until it ends, and give the same command again.";

    /// <summary>Takes the lock. The operating system releases it when the process ends, however that happens.</summary>
    /// <param name="file">The file of the messages, by its real path.</param>
    /// <exception cref="UsageException">Another process has it.</exception>
    public static IDisposable Take(string file)
    {
        try
        {
            return PrivateFile.Hold($"{file}.via-lock");
        }
        catch (IOException exception) when (WorkerLock.IsHeldByAnother(exception))
        {
            throw new UsageException($"Another process is putting messages of {Plain.Text(file)} on a broker. Nothing was sent.", Advice);
        }
    }
}
