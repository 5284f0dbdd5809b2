using System.ComponentModel;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// What the connection needs to know of an operation, without the types of its request and answer: so the code that sends is there once, and
/// not once for each operation.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EsmsEndpoint
{
    private protected EsmsEndpoint(string operation, HttpMethod method, string origin, EsmsRepeat repeat, int callsPerSecond)
    {
        Operation = operation;
        Method = method;
        Origin = origin;
        Repeat = repeat;
        CallsPerSecond = callsPerSecond;
    }

    /// <summary>The name of the operation.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Scheme and host.</summary>
    public string Origin { get; }

    /// <summary>What a second try does.</summary>
    public EsmsRepeat Repeat { get; }

    /// <summary>How many calls of an account the service takes in a second; 0 when nothing is published.</summary>
    public int CallsPerSecond { get; }

    /// <summary>The whole address, once it is known that it is the same for every call.</summary>
    internal Uri? FixedAddress { get; set; }

    /// <summary>Whether a code means that the call was accepted.</summary>
    /// <param name="code">The code of an answer.</param>
    /// <returns>True for success.</returns>
    public abstract bool IsSuccess(EsmsResultCode code);

    /// <summary>What a code means for this operation, where that is not what the general table says.</summary>
    /// <param name="code">The code of an answer.</param>
    /// <returns>A sentence; null for a code that means what it means everywhere.</returns>
    public virtual string? MeaningOf(EsmsResultCode code) => null;

    /// <summary>Makes the pace of an account's calls of this operation.</summary>
    /// <returns>The pace; without a limit when nothing is published.</returns>
    public virtual EsmsPace CreatePace() => new FreePace();

    internal abstract void CheckUntyped(object request);

    internal abstract string? RequestIdOfUntyped(object request);

    internal abstract void WriteAddressUntyped(ref EsmsParameters address, object request);

    internal abstract HttpContent? CreateContentUntyped(object request, EsmsCall context);

    internal abstract EsmsResponse ReadUntyped(ref Utf8JsonReader reader);

    internal abstract string? MessageIdOfUntyped(EsmsResponse response);

    internal abstract void WriteRequestUntyped(Utf8JsonWriter writer, object request);

    internal abstract object ReadRequestUntyped(ref Utf8JsonReader reader);
}

/// <summary>How one operation travels. Derived by generated code, one class for each contract.</summary>
/// <typeparam name="TRequest">What the caller gives.</typeparam>
/// <typeparam name="TResponse">What the service answers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EsmsEndpoint<TRequest, TResponse> : EsmsEndpoint
    where TRequest : class
    where TResponse : EsmsResponse
{
    /// <summary>Describes an operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="origin">Scheme and host, without a slash at the end.</param>
    /// <param name="repeat">What a second try does.</param>
    /// <param name="callsPerSecond">How many calls of an account the service takes in a second; 0 when nothing is published.</param>
    protected EsmsEndpoint(string operation, HttpMethod method, string origin, EsmsRepeat repeat, int callsPerSecond = 0)
        : base(operation, method, origin, repeat, callsPerSecond) { }

    /// <summary>Checks what the caller gave against the bounds of the contract.</summary>
    /// <param name="request">What the caller gave.</param>
    /// <exception cref="ArgumentException">Something is missing or out of bounds.</exception>
    public virtual void Check(TRequest request) { }

    /// <summary>The id that the caller gave to the send.</summary>
    /// <param name="request">What the caller gave.</param>
    /// <returns>The id; null when there is none, or when the call has no such field.</returns>
    public virtual string? RequestIdOf(TRequest request) => null;

    /// <summary>Writes the address behind the host: the path, and what travels in it.</summary>
    /// <param name="address">Where it goes.</param>
    /// <param name="request">What the caller gave.</param>
    public abstract void WriteAddress(ref EsmsParameters address, TRequest request);

    /// <summary>Makes the body.</summary>
    /// <param name="request">What the caller gave.</param>
    /// <param name="context">The keys, and the id of the send.</param>
    /// <returns>The body, or null for none.</returns>
    public virtual HttpContent? CreateContent(TRequest request, EsmsCall context) => null;

    /// <summary>Reads an answer, accepted or refused.</summary>
    /// <param name="reader">A reader that stands on the first token.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="JsonException">The answer is not what the contract describes.</exception>
    public abstract TResponse Read(ref Utf8JsonReader reader);

    /// <summary>The message id that the service gave to a send.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The id; null when the answer has none.</returns>
    public virtual string? MessageIdOf(TResponse response) => null;

    /// <summary>Writes a request as JSON that <see cref="ReadRequest"/> reads, by the names of its properties and without keys.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="request">What the caller gave.</param>
    /// <exception cref="NotSupportedException">A repeat of the call is not refused by its key, so it cannot wait in an outbox.</exception>
    public virtual void WriteRequest(Utf8JsonWriter writer, TRequest request) => throw CannotWait();

    /// <summary>Reads a request that was kept.</summary>
    /// <param name="reader">A reader that stands on the first token.</param>
    /// <returns>The request.</returns>
    /// <exception cref="JsonException">The text is not what <see cref="WriteRequest"/> wrote.</exception>
    /// <exception cref="NotSupportedException">A repeat of the call is not refused by its key, so it cannot wait in an outbox.</exception>
    public virtual TRequest ReadRequest(ref Utf8JsonReader reader) => throw CannotWait();

    internal sealed override void CheckUntyped(object request) => Check((TRequest)request);

    internal sealed override string? RequestIdOfUntyped(object request) => RequestIdOf((TRequest)request);

    internal sealed override void WriteAddressUntyped(ref EsmsParameters address, object request) => WriteAddress(ref address, (TRequest)request);

    internal sealed override HttpContent? CreateContentUntyped(object request, EsmsCall context) => CreateContent((TRequest)request, context);

    internal sealed override EsmsResponse ReadUntyped(ref Utf8JsonReader reader) => Read(ref reader);

    internal sealed override string? MessageIdOfUntyped(EsmsResponse response) => MessageIdOf((TResponse)response);

    internal sealed override void WriteRequestUntyped(Utf8JsonWriter writer, object request) => WriteRequest(writer, (TRequest)request);

    internal sealed override object ReadRequestUntyped(ref Utf8JsonReader reader) => ReadRequest(ref reader);

    private NotSupportedException CannotWait() =>
        new($"{Operation} has no RequestId by which eSMS could tell a repeat, so it cannot wait in an outbox.");
}
