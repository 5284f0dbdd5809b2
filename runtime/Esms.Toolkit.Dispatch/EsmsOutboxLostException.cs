namespace Esms;

/// <summary>
/// The file of an outbox, or its log, was moved, deleted, replaced or emptied while it was in use. Nothing more is written, because other processes
/// would not see it. Rows of the call may be lost: enqueue them again when the file is back, or after a restart.
/// </summary>
#pragma warning disable CA1032 // Always about a file.
public sealed class EsmsOutboxLostException : IOException
#pragma warning restore CA1032
{
    internal EsmsOutboxLostException(string outbox, string problem)
        : base(problem) => Outbox = outbox;

    /// <summary>The path of the outbox.</summary>
    public string Outbox { get; }
}
