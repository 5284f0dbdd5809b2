using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Esms.Runtime;

namespace Esms.Toolkit.Fuzz.Answers.Trial;

/// <summary>The two ways to an answer of an operation: System.Text.Json with the generated context, and a call.</summary>
internal interface IAnswerReader
{
    string Operation { get; }

    /// <summary>Whether there is a typed answer. That it throws nothing but <see cref="JsonException"/> is for the caller to see.</summary>
    bool IsRead(ReadOnlySpan<byte> answer);

    /// <summary>What a call makes of the answer; throws what it must not end in.</summary>
    CallOutcome Call(byte[] answer);
}

/// <inheritdoc />
internal sealed class AnswerReader<TRequest, TResponse>(EsmsEndpoint<TRequest, TResponse> endpoint) : IAnswerReader
    where TRequest : class
    where TResponse : EsmsResponse
{
    private static readonly EsmsOptions Options = new()
    {
        ApiKey = "key",
        SecretKey = "secret",
        MaxTries = 1,
    };
    private static readonly JsonTypeInfo<TResponse> Json = (JsonTypeInfo<TResponse>)EsmsJsonContext.Default.GetTypeInfo(typeof(TResponse))!;

    private readonly AnyRequestEndpoint _endpoint = new(endpoint);

    public string Operation => endpoint.Operation;

    public bool IsRead(ReadOnlySpan<byte> answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, Json) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public CallOutcome Call(byte[] answer)
    {
        using var handler = new InMemoryHandler(answer);
        // One for each call, so that no answer has to do with those before it.
        using var connection = new EsmsConnection(Options, handler);
        try
        {
            connection.SendAsync(_endpoint, new object()).GetAwaiter().GetResult();
            return CallOutcome.Accepted;
        }
        catch (EsmsApiException)
        {
            return CallOutcome.Refused;
        }
        catch (EsmsProtocolException)
        {
            return CallOutcome.Unreadable;
        }
        catch (EsmsOutcomeUnknownException exception) when (exception.Tries is [EsmsProtocolException or EsmsApiException])
        {
            return exception.Tries[0] is EsmsApiException ? CallOutcome.Refused : CallOutcome.Unreadable;
        }
    }

    /// <summary>The operation without the checks of its request, and without its pace: only the answer matters here.</summary>
    private sealed class AnyRequestEndpoint(EsmsEndpoint<TRequest, TResponse> inner)
        : EsmsEndpoint<object, TResponse>(inner.Operation, inner.Method, inner.Origin, inner.Repeat)
    {
        public override void WriteAddress(ref EsmsParameters address, object request) => address.AddPath("/");

        public override bool IsSuccess(EsmsResultCode code) => inner.IsSuccess(code);

        public override TResponse Read(ref Utf8JsonReader reader) => inner.Read(ref reader);
    }
}
