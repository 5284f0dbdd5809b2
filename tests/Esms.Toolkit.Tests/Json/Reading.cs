using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Esms.Runtime;

namespace Esms.Tests.Json;

/// <summary>Reads as generated code does: a value behind its name, from bytes that lie together and from bytes that lie in pieces.</summary>
internal static class Reading
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Reads a value both ways, which must make no difference.</summary>
    public static T Read<T>(string json, EsmsJsonRead<T> read)
    {
        var whole = ReadWhole(json, read);
        var pieces = new Utf8JsonReader(InPieces(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(whole, read(ref pieces));
        return whole;
    }

    public static T ReadWhole<T>(string json, EsmsJsonRead<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        return read(ref reader);
    }

    /// <summary>A value is not what was wanted, and the error says what was, and what was found.</summary>
    public static void AssertRefused<T>(string json, string wanted, string found, EsmsJsonRead<T> read) =>
        Assert.Equal($"Value: {wanted} was expected, and {found} was found that is none.", ErrorOf(json, read));

    /// <summary>The error for the value of a member named Value, which stands behind another one.</summary>
    public static string ErrorOf<T>(string json, EsmsJsonRead<T> read) =>
        ErrorOfDocument(
            Encoding.UTF8.GetBytes($$"""{"First":{"Inner":[0]},"Value":{{json}}}"""),
            (ref Utf8JsonReader reader) =>
            {
                EsmsJson.ExpectObject(ref reader);
                EsmsJson.ReadMember(ref reader);
                EsmsJson.SkipValue(ref reader);
                EsmsJson.ReadMember(ref reader);
                return read(ref reader);
            }
        );

    /// <summary>The error that a user of System.Text.Json is given.</summary>
    public static string ErrorOfDocument<T>(ReadOnlySpan<byte> document, EsmsJsonRead<T> read)
    {
        var type = EsmsJsonMetadata.Create<object>(
            Options,
            (ref Utf8JsonReader reader) =>
            {
                read(ref reader);
                return new object();
            },
            static (writer, _) => writer.WriteNullValue()
        );
        var bytes = document.ToArray();
        return Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(bytes, type)).Message;
    }

    /// <summary>Each byte lies apart.</summary>
    private static ReadOnlySequence<byte> InPieces(byte[] bytes)
    {
        var first = new Piece(bytes.AsMemory(0, 1), null);
        var last = first;
        for (var i = 1; i < bytes.Length; i++)
            last = new Piece(bytes.AsMemory(i, 1), last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is null)
                return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
