using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// Keyed sends as an outbox has them: the request as JSON, and the RequestId beside it. Which of its tries went out the outbox knows, and not this
/// process: it may have begun after them.
/// </summary>
/// <remarks>Used by Esms.Toolkit.Dispatch.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EsmsOutbox
{
    /// <summary>Checks a request, and writes it as JSON without keys.</summary>
    /// <param name="request">The request.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <returns>The RequestId that the caller gave; null when there is none.</returns>
    /// <exception cref="ArgumentException">Something is missing or out of bounds.</exception>
    public static string? Write(IEsmsKeyedRequest request, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(request);
        var endpoint = request.Endpoint;
        endpoint.CheckUntyped(request);
        using (var writer = new Utf8JsonWriter(output))
            endpoint.WriteRequestUntyped(writer, request);
        var given = endpoint.RequestIdOfUntyped(request);
        return string.IsNullOrEmpty(given) ? null : given;
    }

    /// <summary>Reads a request back.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <returns>The request.</returns>
    /// <exception cref="JsonException">It is not what was written.</exception>
    public static object Read(EsmsEndpoint endpoint, ReadOnlySpan<byte> json)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var reader = new Utf8JsonReader(json);
        if (!reader.Read())
            throw new JsonException("The request is empty.");
        return endpoint.ReadRequestUntyped(ref reader);
    }

    /// <summary>Sends. A refusal is a result, and so is a lost answer.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="endpoint">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="requestId">The id by which the service knows a repeat.</param>
    /// <param name="triedSince">Since when the send may have been accepted: the time of the first try that may have gone out. Null for a send that was never tried.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="EsmsTransportException">No usable answer came, and nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<EsmsResult<EsmsSendResponse>> TrySendAsync(
        EsmsConnection connection,
        EsmsEndpoint endpoint,
        object request,
        string requestId,
        DateTimeOffset? triedSince,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.TrySendFromOutboxAsync(LogicalCall.Of(endpoint, request, requestId), triedSince, cancellationToken);
    }

    /// <summary>The message id in an answer.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="response">The answer.</param>
    /// <returns>The id; null when the answer has none.</returns>
    public static string? MessageIdOf(EsmsEndpoint endpoint, EsmsSendResponse response)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.MessageIdOfUntyped(response);
    }
}
