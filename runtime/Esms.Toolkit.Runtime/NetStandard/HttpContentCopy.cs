namespace Esms.Runtime;

/// <summary>Reading an answer can be cancelled here too: nobody waits for the rest, which ends when the answer is disposed of.</summary>
internal static class HttpContentCopy
{
    public static async Task CopyToAsync(this HttpContent content, Stream target, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var copying = content.CopyToAsync(target);
        try
        {
            await copying.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What is left alone fails, and somebody has to have seen that.
            _ = copying.ContinueWith(
                static task => task.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            throw;
        }
    }
}
