using System.ComponentModel;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>How one operation travels. Derived by generated code, one class for each contract.</summary>
/// <typeparam name="TRequest">What the caller gives.</typeparam>
/// <typeparam name="TResponse">What the service answers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EsmsEndpoint<TRequest, TResponse>
    where TRequest : class
    where TResponse : EsmsResponse
{
    /// <summary>Describes an operation.</summary>
    /// <param name="operation">Its name, as eSMS spells it.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="origin">Scheme and host, without a slash at the end.</param>
    /// <param name="path">The path, beginning with a slash, spelled exactly as it is to be sent.</param>
    protected EsmsEndpoint(string operation, HttpMethod method, string origin, string path)
    {
        Operation = operation;
        Method = method;
        Origin = origin;
        Path = path;
    }

    /// <summary>The name of the operation, as eSMS spells it.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Scheme and host.</summary>
    public string Origin { get; }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>Writes the parameters, keys included.</summary>
    /// <param name="query">Where they go.</param>
    /// <param name="request">What the caller gave.</param>
    public abstract void WriteQuery(ref EsmsQuery query, TRequest request);

    /// <summary>Whether a code means that the call was accepted.</summary>
    /// <param name="code">The code of an answer.</param>
    /// <returns>True for success.</returns>
    public abstract bool IsSuccess(EsmsResultCode code);

    /// <summary>Reads an answer, accepted or refused.</summary>
    /// <param name="reader">A reader that stands on the first token.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="JsonException">The answer is not what the contract describes.</exception>
    public abstract TResponse Read(ref Utf8JsonReader reader);
}
