using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Esms.Toolkit.Peers;

/// <summary>Writes JSON into a rented buffer. Each thread keeps its writer, which takes most of what writing allocates.</summary>
internal static class FloorBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <returns>A rented array and the length of the JSON in it.</returns>
    public static (byte[] Buffer, int Length) Write(CareMessage message, string apiKey, string secretKey)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Options);
        FloorJson.Write(writer, message, apiKey, secretKey);
        writer.Flush();
        var rented = ArrayPool<byte>.Shared.Rent(buffer.WrittenCount);
        buffer.WrittenSpan.CopyTo(rented);
        var length = buffer.WrittenCount;
        buffer.ResetWrittenCount();
        writer.Reset();
        return (rented, length);
    }
}
