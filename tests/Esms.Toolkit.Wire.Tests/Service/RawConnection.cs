using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Esms.Wire.Tests.Service;

/// <summary>A connection, with as much of HTTP as is needed to know where a request ends.</summary>
internal sealed class RawConnection(Socket socket) : IDisposable
{
    private const string EndOfHead = "\r\n\r\n";

    private readonly byte[] _buffer = new byte[4096];
    private readonly StringBuilder _received = new();

    /// <returns>A whole request, head and body; null when the connection ends before there is one.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TakeRequest() is { } request)
                return request;
            var count = await socket.ReceiveAsync(_buffer, cancellationToken);
            if (count == 0)
                return null;
            _received.Append(Encoding.Latin1.GetString(_buffer, 0, count));
        }
    }

    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        for (var sent = 0; sent < bytes.Length; )
            sent += await socket.SendAsync(bytes.AsMemory(sent), cancellationToken);
    }

    /// <summary>Says nothing until the other end has given up.</summary>
    public async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(_buffer, cancellationToken) > 0) { }
    }

    /// <summary>Breaks the connection.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public void Dispose() => socket.Dispose();

    private string? TakeRequest()
    {
        var text = _received.ToString();
        var head = text.IndexOf(EndOfHead, StringComparison.Ordinal);
        if (head < 0)
            return null;
        var end = head + EndOfHead.Length;
        if (text[..head].Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            var last = text.IndexOf("0\r\n\r\n", end, StringComparison.Ordinal);
            end = last < 0 ? int.MaxValue : last + 5;
        }
        else if (text[..head].IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var value = text[(at + "Content-Length:".Length)..head].Split('\r', 2)[0];
            end += int.Parse(value, CultureInfo.InvariantCulture);
        }
        if (end > text.Length)
            return null;
        _received.Remove(0, end);
        return text[..end];
    }
}
