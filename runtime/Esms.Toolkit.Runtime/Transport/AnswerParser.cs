using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Esms.Runtime;

/// <summary>Makes an answer of its bytes.</summary>
internal static class AnswerParser
{
    /// <param name="endpoint">The operation.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="credentials">What no error may tell, though the peer may have sent it back.</param>
    /// <exception cref="EsmsProtocolException">The bytes are not what the contract describes.</exception>
    public static EsmsResponse Parse(EsmsEndpoint endpoint, ReadOnlySpan<byte> body, EsmsCredentials credentials) =>
        Telemetry.WatchesDrift ? ParseWatched(endpoint, body, credentials) : ParseUnwatched(endpoint, body, credentials);

    private static EsmsResponse ParseWatched(EsmsEndpoint endpoint, ReadOnlySpan<byte> body, EsmsCredentials credentials)
    {
        var watch = DriftWatch.Begin();
        try
        {
            var response = ParseUnwatched(endpoint, body, credentials);
            watch.Tell(endpoint.Operation, body, credentials);
            return response;
        }
        finally
        {
            DriftWatch.Pause();
        }
    }

    private static EsmsResponse ParseUnwatched(EsmsEndpoint endpoint, ReadOnlySpan<byte> body, EsmsCredentials credentials)
    {
        if (body.IsEmpty)
            throw new EsmsProtocolException(endpoint.Operation, null, "the answer is empty.");
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            var response = Read(endpoint, body, ref reader);
            reader.Read(); // Finds out whether anything follows that should not.
            return response;
        }
        catch (EsmsJsonException exception)
        {
            throw Unread(endpoint, body, ref reader, credentials, exception);
        }
        catch (JsonException exception)
        {
            throw NoJson(endpoint, body, ref reader, credentials, exception);
        }
    }

    private static EsmsResponse Read(EsmsEndpoint endpoint, ReadOnlySpan<byte> body, ref Utf8JsonReader reader)
    {
        try
        {
            return endpoint.ReadUntyped(ref reader);
        }
        catch (EsmsJsonException)
        {
            Start(body, ref reader);
            reader.Read();
            return (EsmsResponse)new Reading(endpoint).ReadAgain(ref reader);
        }
    }

    private static EsmsProtocolException Unread(
        EsmsEndpoint endpoint,
        ReadOnlySpan<byte> body,
        ref Utf8JsonReader reader,
        EsmsCredentials credentials,
        EsmsJsonException exception
    )
    {
        Start(body, ref reader);
        var field = FieldPath.Combine(FieldPath.Find(ref reader, exception.Offset, credentials), exception.Member);
        return new EsmsProtocolException(endpoint.Operation, field, $"{exception.Message}.", exception);
    }

    /// <summary>Tells only the place: the reader's own message repeats what the peer sent, which may be anything, our own keys included.</summary>
    private static EsmsProtocolException NoJson(
        EsmsEndpoint endpoint,
        ReadOnlySpan<byte> body,
        ref Utf8JsonReader reader,
        EsmsCredentials credentials,
        JsonException exception
    )
    {
        Start(body, ref reader);
        var field = FieldPath.Find(ref reader, long.MaxValue, credentials);
        var place = $"line {FromOne(exception.LineNumber)}, byte {FromOne(exception.BytePositionInLine)}";
        return new EsmsProtocolException(endpoint.Operation, field, $"the answer is not JSON ({place}).");
    }

    private static string FromOne(long? number) => NumberText.Of(number.GetValueOrDefault() + 1);

    /// <summary>A method of its own, because a reader is large, and to make one takes much code.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Start(ReadOnlySpan<byte> body, ref Utf8JsonReader reader) => reader = new Utf8JsonReader(body);

    private sealed class Reading(EsmsEndpoint endpoint) : UnreadableMembers
    {
        protected override object Read(ref Utf8JsonReader reader) => endpoint.ReadUntyped(ref reader);
    }
}
