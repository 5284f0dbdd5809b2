using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Esms.Runtime;

namespace Esms.Cli;

/// <summary>
/// All that is to be sent, as one hash. An outbox in a file compares the rows of a campaign that goes on with those that it has; a broker cannot be
/// asked for them. For the same reason it finds rows of one RequestId before any row is there.
/// </summary>
internal sealed class ContentDigest : IDisposable
{
    private readonly string _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public ContentDigest(SendManyOrder order)
    {
        _file = order.FileName;
        _hash.AppendData(Encoding.UTF8.GetBytes(order.Operation.Name));
    }

    /// <summary>The hash of the rows so far, as hexadecimal digits.</summary>
    public string Hash => Convert.ToHexString(_hash.GetCurrentHash());

    /// <exception cref="UsageException">It cannot be enqueued.</exception>
    public void Add(MessageRow row)
    {
        _json.ResetWrittenCount();
        if (Write(row) is { } id && !_lines.TryAdd(id, row.Line))
            throw new UsageException($"{_file}({row.Line}): the RequestId is that of line {_lines[id]}, of which eSMS would take it for a repeat.");
        // With the length in front, no two lists of rows have the same bytes.
        Span<byte> head = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(head, row.Line);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(int)..], _json.WrittenCount);
        _hash.AppendData(head);
        _hash.AppendData(_json.WrittenSpan);
    }

    public void Dispose() => _hash.Dispose();

    /// <returns>Its own RequestId; null when it has none.</returns>
    private string? Write(MessageRow row)
    {
        try
        {
            return EsmsOutbox.Write(row.Request, _json);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{_file}({row.Line}): {exception.Message}");
        }
    }
}
