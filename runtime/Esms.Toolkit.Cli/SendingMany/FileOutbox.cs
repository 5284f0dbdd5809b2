using System.CommandLine;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>The outbox file of a command: from the look at what it has had until the end of the sending, nobody else sends from it.</summary>
internal sealed class FileOutbox : IDisposable
{
    private readonly string _path;
    private bool _isThere;

    private FileOutbox(string path)
    {
        (_path, _isThere) = (path, Path.Exists(path));
        File = new OutboxFile(path);
        Book = new CampaignBook(File);
    }

    public OutboxFile File { get; }

    public CampaignBook Book { get; }

    /// <summary>Opens the outbox of a file.</summary>
    /// <returns>Null where there is none: on a broker, and for a dry run of a pipe.</returns>
    /// <exception cref="UsageException">Another process sends from it, or there is no place for it.</exception>
    public static FileOutbox? Open(SendManyOrder order, ParseResult result, bool isDryRun)
    {
        if (order.Via is not null && order.Source.IsPipe && !isDryRun)
            throw new UsageException(
                $"{SendManyOptions.Via.Name} needs a file: what was put on the broker is noted beside it, and a pipe has no place."
            );
        if (order.Via is not null)
            return null;
        if (OutboxPath.Of(result, order.Source.IsPipe) is { } path)
            return Open(path, isToSend: !isDryRun);
        return isDryRun
            ? null
            : throw new UsageException($"{SendManyOptions.Outbox} is missing: a pipe has no place beside which the messages could wait.");
    }

    /// <summary>Opens an outbox, which need not be there yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isToSend">Whether something is to be sent from it, or it is only looked at.</param>
    /// <exception cref="UsageException">Another process sends from it, or there is no folder for it.</exception>
    public static FileOutbox Open(string path, bool isToSend)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new UsageException($"{SendManyOptions.Outbox}: there is no folder for {path}.");
        var outbox = new FileOutbox(path);
        try
        {
            if (isToSend && outbox._isThere && !outbox.TryHold())
                throw new UsageException(
                    $"Another process sends from {path}, or asks whether to. Nothing was sent.",
                    $"Wait until it ends, or give {SendManyOptions.Outbox} another file."
                );
            return outbox;
        }
        catch
        {
            outbox.Dispose();
            throw;
        }
    }

    /// <summary>What it has had.</summary>
    public KnownRows Read(string campaign, bool isNamed, Destination destination) =>
        _isThere ? KnownRows.Read(Book, campaign, isNamed, destination) : KnownRows.None;

    /// <summary>Takes the right to send, unless another process has it.</summary>
    public bool TryHold()
    {
        try
        {
            File.Hold();
            return true;
        }
        catch (IOException exception) when (WorkerLock.IsHeldByAnother(exception))
        {
            return false;
        }
    }

    /// <summary>Makes the outbox, if it was not there when it was looked at.</summary>
    /// <exception cref="UsageException">Somebody else has made it since then: what was shown may not be true any more.</exception>
    public void Create()
    {
        if (_isThere)
            return;
        if (!TryHold() || Path.Exists(_path))
            throw new UsageException($"Another process has begun to send from {_path} meanwhile. Nothing was sent.", "Give the same command again.");
        _isThere = true;
    }

    public void Dispose() => File.Dispose();
}
