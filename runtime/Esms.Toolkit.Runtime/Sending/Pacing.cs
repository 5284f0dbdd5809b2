namespace Esms.Runtime;

/// <summary>
/// The paces of an account's operations: those that contracts name, and those that the service has asked to slow down. They are few, so a list is
/// all that it takes, and a dictionary would be linked into every native app.
/// </summary>
internal sealed class Pacing : IDisposable
{
    private readonly object _gate = new();

    private volatile EsmsPace? _first;

    /// <summary>The pace that a call has to keep; null when there is none.</summary>
    public EsmsPace? Find(EsmsEndpoint endpoint) => endpoint.CallsPerSecond > 0 ? FindOrAdd(endpoint) : Find(endpoint.Operation);

    /// <summary>Makes every call of an operation wait when the service asks for that.</summary>
    public void SlowDown(EsmsEndpoint endpoint, TryFailure failure, TimeSpan delay)
    {
        if (failure.RetryAfter is not null || failure.Error is EsmsApiException { Code: EsmsResultCode.TooManyRequests })
            FindOrAdd(endpoint).Hold(delay, failure.RetryAfter ?? TimeSpan.Zero);
    }

    /// <summary>The failure of a call that had to wait for longer than it may take.</summary>
    public static TryFailure TooLate(string operation, EsmsPace? pace) =>
        new(
            new EsmsTransportException(
                operation,
                EsmsTransportError.Timeout,
                (
                    pace is not { IsHeld: true } ? "the rate limit asks to wait"
                    : pace.Asked > TimeSpan.Zero ? "the service asked to wait " + DurationText.WholeSecondsOf(pace.Asked) + " seconds (Retry-After)"
                    : "the service asked for fewer calls (code 160)"
                ) + ", for which the call has no time left: it was not sent."
            ),
            mayBeAccepted: false,
            isPassing: false
        );

    public void Dispose()
    {
        for (var pace = _first; pace is not null; pace = pace.Next)
            pace.Close();
    }

    private EsmsPace? Find(string operation)
    {
        var pace = _first;
        while (pace is not null && pace.Operation != operation)
            pace = pace.Next;
        return pace;
    }

    private EsmsPace FindOrAdd(EsmsEndpoint endpoint)
    {
        if (Find(endpoint.Operation) is { } known)
            return known;
        lock (_gate)
        {
            if (Find(endpoint.Operation) is { } added)
                return added;
            var pace = endpoint.CreatePace();
            pace.Operation = endpoint.Operation;
            pace.Next = _first;
            _first = pace;
            return pace;
        }
    }
}
