namespace Esms.Receiving;

/// <summary>The calls that were handled, and the replies to them: for a while, and no more than there is room for. Not safe for threads.</summary>
internal sealed class CallbackMemory(TimeSpan rememberFor, int rememberAtMost, TimeProvider time)
{
    private readonly Dictionary<UInt128, string?> _replies = [];
    private readonly Queue<(UInt128 Key, long At)> _byAge = [];

    public bool Knows(UInt128 key, out string? reply)
    {
        Forget();
        return _replies.TryGetValue(key, out reply);
    }

    public void Add(UInt128 key, string? reply)
    {
        if (!_replies.TryAdd(key, reply))
            return;
        _byAge.Enqueue((key, time.GetTimestamp()));
        Forget();
    }

    private void Forget()
    {
        while (_byAge.TryPeek(out var oldest) && (_byAge.Count > rememberAtMost || time.GetElapsedTime(oldest.At) > rememberFor))
            _replies.Remove(_byAge.Dequeue().Key);
    }
}
