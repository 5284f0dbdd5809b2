using System.Collections.Concurrent;

namespace Esms.Runtime;

/// <summary>The paces of an account's operations: those that contracts name, and those that the service has asked to slow down.</summary>
internal sealed class Pacing : IDisposable
{
    private readonly ConcurrentDictionary<string, Pace> _paces = new(StringComparer.Ordinal);

    /// <summary>The pace that a call has to keep; null when there is none.</summary>
    public Pace? Find<TRequest, TResponse>(EsmsEndpoint<TRequest, TResponse> endpoint)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        if (endpoint.CallsPerSecond > 0)
            return _paces.GetOrAdd(endpoint.Operation, static (_, calls) => new Pace(calls), endpoint.CallsPerSecond);
        return !_paces.IsEmpty && _paces.TryGetValue(endpoint.Operation, out var pace) ? pace : null;
    }

    /// <summary>Makes every call of an operation wait when the service asks for that.</summary>
    public void SlowDown(string operation, TryFailure failure, TimeSpan delay)
    {
        if (failure.RetryAfter is not null || failure.Error is EsmsApiException { Code: EsmsResultCode.TooManyRequests })
            _paces.GetOrAdd(operation, static _ => new Pace(0)).Hold(delay);
    }

    /// <summary>The failure of a call that had to wait for longer than it may take.</summary>
    public static TryFailure TooLate(string operation) => new(
        new EsmsTransportException(operation, EsmsTransportError.Timeout, "the call waited for its turn under the rate limit for longer than it may take, and was not sent."),
        MayBeAccepted: false,
        IsPassing: false);

    public void Dispose()
    {
        foreach (var pace in _paces.Values)
            pace.Dispose();
    }
}
