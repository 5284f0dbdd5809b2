namespace Esms.Runtime;

/// <summary>One call as the caller means it, however many tries it takes.</summary>
internal readonly struct LogicalCall
{
    private LogicalCall(EsmsEndpoint endpoint, object request, string? requestId, bool isOwnId = false, bool throwsOnRefusal = false)
    {
        Endpoint = endpoint;
        Request = request;
        RequestId = requestId;
        IsOwnId = isOwnId;
        ThrowsOnRefusal = throwsOnRefusal;
    }

    /// <summary>The operation.</summary>
    public EsmsEndpoint Endpoint { get; }

    /// <summary>What the caller gave.</summary>
    public object Request { get; }

    /// <summary>The id by which the service knows a repeat, the same in each try; null for calls without one.</summary>
    public string? RequestId { get; }

    /// <summary>Whether the client has just made the id, so that nothing but this call can have used it.</summary>
    public bool IsOwnId { get; }

    /// <summary>Whether a refusal is an exception, and else an answer. Kept here, where it fits beside the other one, it makes no call larger.</summary>
    public bool ThrowsOnRefusal { get; }

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
        return string.IsNullOrEmpty(given)
            ? new LogicalCall(endpoint, request, Guid.NewGuid().ToString("N"), isOwnId: true)
            : new LogicalCall(endpoint, request, given);
    }

    /// <summary>The same call, with an exception for a refusal.</summary>
    public LogicalCall Throwing() => new(Endpoint, Request, RequestId, IsOwnId, throwsOnRefusal: true);

    /// <summary>A send whose id is kept elsewhere.</summary>
    /// <exception cref="ArgumentException">Something is missing or out of bounds.</exception>
    public static LogicalCall Of(EsmsEndpoint endpoint, object request, string requestId)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        endpoint.CheckUntyped(request);
        return new LogicalCall(endpoint, request, requestId);
    }
}
