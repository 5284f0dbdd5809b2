using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Esms.Wire.Tests.Service;

/// <summary>A service that reads bytes off TCP connections, so that nothing stands between it and what was sent. Its journal is what the judge believes.</summary>
internal sealed partial class RawService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<int, Entry> _journal = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    public RawService()
    {
        _listener.Start(1024);
        _accepting = AcceptAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"));

    /// <summary>What a call says of itself, in a text of its own.</summary>
    public static string MarkOf(int call) => string.Create(CultureInfo.InvariantCulture, $"call-{call}-");

    public void Expect(int call, Entry entry) => _journal[call] = entry;

    public async ValueTask DisposeAsync()
    {
        if (_accepting.IsCompleted)
            return;
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
            _ = ServeAsync(await _listener.AcceptSocketAsync(_end.Token));
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        using var connection = new RawConnection(socket);
        try
        {
            while (await connection.ReadAsync(_end.Token) is { } request && await AnswerAsync(connection, request)) { }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // The other end is gone, or this one.
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(RawConnection connection, string request)
    {
        var entry = _journal[int.Parse(Mark().Match(request).Groups[1].ValueSpan, CultureInfo.InvariantCulture)];
        var fault = entry.Arrive(isRedirected: request.Contains("redirected=1", StringComparison.Ordinal));
        var answer = fault.Accepts ? entry.Accept(RequestId().Match(request) is { Success: true } id ? id.Groups[1].Value : null) : string.Empty;
        var response = ResponseOf(fault, request, fault.Body ?? answer);
        switch (fault.Act)
        {
            case Act.Answer or Act.Redirect:
                await connection.WriteAsync(response, _end.Token);
                return true;
            case Act.Half:
                await connection.WriteAsync(response[..^10], _end.Token);
                connection.Reset();
                return false;
            case Act.Hang:
                await connection.WaitForEndAsync(_end.Token);
                return false;
            default:
                connection.Reset();
                return false;
        }
    }

    private static string ResponseOf(Fault fault, string request, string body)
    {
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {fault.Status} x\r\nContent-Length: {body.Length}\r\n"));
        if (fault.Act == Act.Redirect)
        {
            var target = request.Split(' ', 3)[1];
            head.Append(
                CultureInfo.InvariantCulture,
                $"Location: {target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}redirected=1\r\n"
            );
        }
        return head.Append("\r\n").Append(body).ToString();
    }

    [GeneratedRegex("call-([0-9]+)-")]
    private static partial Regex Mark();

    [GeneratedRegex("RequestId(?:=|\":\\s*\")([^\"& ]+)", RegexOptions.IgnoreCase)]
    private static partial Regex RequestId();
}
