namespace Esms.Runtime;

/// <summary>One call as the caller means it, however many tries it takes.</summary>
/// <typeparam name="TRequest">What the caller gives.</typeparam>
/// <typeparam name="TResponse">What the service answers.</typeparam>
/// <param name="Endpoint">The operation.</param>
/// <param name="Request">What the caller gave.</param>
/// <param name="RequestId">The id by which the service knows a repeat, the same in each try; null for calls without one.</param>
internal readonly record struct LogicalCall<TRequest, TResponse>(EsmsEndpoint<TRequest, TResponse> Endpoint, TRequest Request, string? RequestId)
    where TRequest : class
    where TResponse : EsmsResponse
{
    /// <summary>Checks what the caller gave, and gives a send without an id one of the client's own.</summary>
    /// <exception cref="ArgumentException">Something is missing or out of bounds.</exception>
    public static LogicalCall<TRequest, TResponse> Of(EsmsEndpoint<TRequest, TResponse> endpoint, TRequest request)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(request);
        endpoint.Check(request);
        if (endpoint.Repeat != EsmsRepeat.Keyed)
            return new LogicalCall<TRequest, TResponse>(endpoint, request, null);
        var given = endpoint.RequestIdOf(request);
        return new LogicalCall<TRequest, TResponse>(endpoint, request, string.IsNullOrEmpty(given) ? Guid.NewGuid().ToString("N") : given);
    }
}
