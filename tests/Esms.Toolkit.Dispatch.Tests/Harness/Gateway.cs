using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>What stands before eSMS and answers every request alike.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly int _status;
    private readonly byte[] _body;

    public Gateway(int status, string body)
    {
        (_status, _body) = (status, Encoding.UTF8.GetBytes(body));
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext exchange)
    {
        await exchange.Request.InputStream.CopyToAsync(Stream.Null);
        exchange.Response.StatusCode = _status;
        await exchange.Response.OutputStream.WriteAsync(_body);
        exchange.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
