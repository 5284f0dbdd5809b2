namespace Esms.Runtime;

/// <summary>One call as the caller means it, however many tries it takes.</summary>
/// <param name="Endpoint">The operation.</param>
/// <param name="Request">What the caller gave.</param>
/// <param name="RequestId">The id by which the service knows a repeat, the same in each try; null for calls without one.</param>
internal readonly record struct LogicalCall(EsmsEndpoint Endpoint, object Request, string? RequestId)
{
    /// <summary>Checks what the caller gave, and gives a send without an id one of the client's own.</summary>
    /// <exception cref="ArgumentException">Something is missing or out of bounds.</exception>
    public static LogicalCall Of(EsmsEndpoint endpoint, object request)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(request);
        endpoint.CheckUntyped(request);
        if (endpoint.Repeat != EsmsRepeat.Keyed)
            return new LogicalCall(endpoint, request, null);
        var given = endpoint.RequestIdOfUntyped(request);
        return new LogicalCall(endpoint, request, string.IsNullOrEmpty(given) ? Guid.NewGuid().ToString("N") : given);
    }
}
