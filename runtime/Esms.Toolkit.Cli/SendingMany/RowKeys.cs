using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Esms.Runtime;

namespace Esms.Cli;

/// <summary>Gives the rows of a file their keys, one after the other.</summary>
/// <param name="order">What is sent.</param>
internal sealed class RowKeys(SendManyOrder order)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Dictionary<UInt128, int> _copies = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">The row cannot be sent.</exception>
    public RowKey Next(MessageRow row)
    {
        _bytes.ResetWrittenCount();
        Encoding.UTF8.GetBytes(order.Operation.Name, _bytes);
        if (Write(row) is { } id && !_lines.TryAdd(id, row.Line))
            throw new UsageException(
                $"{order.FileName}({row.Line}): the RequestId is that of line {_lines[id]}, of which eSMS would take it for a repeat."
            );
        var content = BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(WithoutCarriageReturns(_bytes.WrittenSpan)));
        var copy = _copies.GetValueOrDefault(content);
        _copies[content] = copy + 1;
        return new RowKey(content, copy);
    }

    /// <returns>Its own RequestId; null when it has none.</returns>
    private string? Write(MessageRow row)
    {
        try
        {
            return EsmsOutbox.Write(row.Request, _bytes);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"{order.FileName}({row.Line}): {exception.Message}");
        }
    }

    /// <summary>Programs that save a file again also change the line breaks inside of its cells. The texts of JSON have them as \r\n.</summary>
    private static ReadOnlySpan<byte> WithoutCarriageReturns(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\r\\n"u8) < 0)
            return json;
        var (kept, count) = (new byte[json.Length], 0);
        for (var i = 0; i < json.Length; )
        {
            if (json[i..].StartsWith("\\r\\n"u8))
                i += 2;
            // An escaped backslash is no beginning of another escape.
            var length = json[i] == '\\' ? 2 : 1;
            json.Slice(i, length).CopyTo(kept.AsSpan(count));
            (i, count) = (i + length, count + length);
        }
        return kept.AsSpan(0, count);
    }
}
