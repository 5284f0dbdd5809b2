using System.Text.Json;

namespace Esms.Runtime;

/// <summary>Makes an answer of its bytes.</summary>
internal static class AnswerParser
{
    /// <exception cref="EsmsProtocolException">The bytes are not what the contract describes.</exception>
    public static EsmsResponse Parse(EsmsEndpoint endpoint, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            throw new EsmsProtocolException(endpoint.Operation, null, "the answer is empty.");
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            var response = endpoint.ReadUntyped(ref reader);
            reader.Read(); // Finds out whether anything follows that should not.
            return response;
        }
        catch (EsmsJsonException exception)
        {
            var field = FieldPath.Combine(FieldPath.Find(new Utf8JsonReader(body), exception.Offset), exception.Member);
            throw new EsmsProtocolException(endpoint.Operation, field, $"{exception.Message}.", exception);
        }
        catch (JsonException exception)
        {
            var field = FieldPath.Find(new Utf8JsonReader(body), long.MaxValue);
            throw new EsmsProtocolException(endpoint.Operation, field, $"the answer is not JSON: {exception.Message}", exception);
        }
    }
}
