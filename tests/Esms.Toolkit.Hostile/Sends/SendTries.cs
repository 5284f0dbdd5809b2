using Esms.Toolkit.Hostile.Server;

namespace Esms.Toolkit.Hostile.Sends;

/// <summary>Counts the tries at one send, those to settle it included.</summary>
internal sealed class SendTries(int send)
{
    private int _count;

    public int Send => send;

    public Try Next() => new(send, Interlocked.Increment(ref _count));
}
