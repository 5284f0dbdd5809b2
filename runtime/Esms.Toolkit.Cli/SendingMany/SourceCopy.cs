namespace Esms.Cli;

/// <summary>
/// A copy of the file as it is when the command begins. It is read twice, to count and to send, and what is sent must be what was counted. So pipes
/// can be read too.
/// </summary>
internal sealed class SourceCopy : IDisposable
{
    private SourceCopy(string path, string source) => (Path, Source) = (path, source);

    /// <summary>The copy.</summary>
    public string Path { get; }

    /// <summary>The file, as the user named it.</summary>
    public string Source { get; }

    /// <summary>Whether it can be read once only, and has no place of its own.</summary>
    public bool IsPipe { get; private set; }

    /// <summary>The file as it is named in problems.</summary>
    public string Name => IsPipe ? "standard input" : System.IO.Path.GetFileName(Source);

    /// <exception cref="UsageException">There is no such file.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, also while a pipe waits for its writer.</exception>
    public static async Task<SourceCopy> TakeAsync(string source, CancellationToken cancellationToken)
    {
        // The runtime's own message has no words in a native program.
        if (!File.Exists(source))
            throw new UsageException($"There is no file {source}.");
        var copy = new SourceCopy(System.IO.Path.GetTempFileName(), source);
        try
        {
            await Task.Run(() => copy.Fill(cancellationToken), CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);

    /// <summary>Temporary files are their owner's only.</summary>
    private void Fill(CancellationToken cancellationToken)
    {
        using var from = File.OpenRead(Source);
        IsPipe = !from.CanSeek;
        using var to = File.OpenWrite(Path);
        var buffer = new byte[81920];
        while (from.Read(buffer) is > 0 and var length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            to.Write(buffer, 0, length);
        }
    }
}
