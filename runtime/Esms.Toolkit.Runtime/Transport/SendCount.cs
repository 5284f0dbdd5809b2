namespace Esms.Runtime;

/// <summary>
/// Counts how often one request goes out. Handlers of the caller's, such as a retry or a hedge, may repeat a request behind the client's back: then
/// a duplicate is no refusal, and what could send twice does not go out again.
/// </summary>
internal sealed class SendCount
{
    private static readonly HttpRequestOptionsKey<SendCount> Key = new("Esms.SendCount");

    private readonly string _operation;
    private readonly bool _isOnce;
    private int _value;

    private SendCount(string operation, bool isOnce)
    {
        _operation = operation;
        _isOnce = isOnce;
    }

    public int Value => Volatile.Read(ref _value);

    public static SendCount Attach(HttpRequestMessage request, EsmsEndpoint endpoint)
    {
        var count = new SendCount(endpoint.Operation, endpoint.Repeat == EsmsRepeat.Never);
        // Handlers that copy requests copy the options, so the copies are counted together.
        request.Options.Set(Key, count);
        return count;
    }

    /// <exception cref="InvalidOperationException">The request goes out a second time, and could send twice.</exception>
    public static void Next(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Key, out var count))
            return;
        if (count._isOnce && Interlocked.CompareExchange(ref count._value, 1, 0) != 0)
            throw new InvalidOperationException(
                $"A handler repeated {count._operation}, which could send and bill twice: the repeat did not go out."
            );
        if (!count._isOnce)
            Interlocked.Increment(ref count._value);
    }
}
