using System.Collections.Concurrent;

namespace Esms.Tests.Cancelling;

/// <summary>Failures of tasks that nobody has looked at, of the whole process. To be used while no other test runs.</summary>
internal sealed class UnobservedFailures : IDisposable
{
    private readonly ConcurrentQueue<Exception> _failures = new();

    public UnobservedFailures()
    {
        Collect(); // What others left is not ours.
        TaskScheduler.UnobservedTaskException += Keep;
    }

    /// <summary>All of them up to now.</summary>
    public IReadOnlyCollection<Exception> Find()
    {
        Collect();
        return _failures;
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Keep;

    private static void Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Keep(object? sender, UnobservedTaskExceptionEventArgs failure) => _failures.Enqueue(failure.Exception);
}
