using Esms.Storage;

namespace Esms.Emulator;

/// <summary>Everything that the emulator remembers.</summary>
internal sealed class MessageStore : IDisposable
{
    private readonly Database _database;

    public MessageStore(string? file, EmulatorClock clock, int maxMessages, long maxBytes)
    {
        _database = new Database(Prepare(file), [.. Schema.Pragmas, Schema.Sql]);
        Messages = new MessageTable(_database, clock, maxMessages, maxBytes);
        RequestIds = new RequestIdTable(_database, clock);
        Ledger = new Ledger(_database, clock);
        Codes = new OneTimeCodes(_database, clock);
        Callbacks = new CallbackTable(_database, clock);
        Course = new MessageCourse(_database, clock, Ledger);
    }

    public MessageTable Messages { get; }

    public RequestIdTable RequestIds { get; }

    public Ledger Ledger { get; }

    public OneTimeCodes Codes { get; }

    public CallbackTable Callbacks { get; }

    public MessageCourse Course { get; }

    /// <summary>All of it happens or nothing.</summary>
    public T Transact<T>(Func<T> work) => _database.Transact(work);

    public void Dispose() => _database.Dispose();

    /// <summary>A file of the owner's alone, which it is made or turned into before anything is in it.</summary>
    private static string? Prepare(string? file)
    {
        if (file is null or ":memory:")
            return null;
        var path = Path.GetFullPath(file);
        PrivateFile.Create(path);
        PrivateFile.Tighten(path);
        return path;
    }
}
