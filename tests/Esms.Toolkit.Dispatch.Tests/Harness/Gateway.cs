using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>What stands before eSMS: it passes requests on, but for some that it answers by itself, all alike.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new();
    private readonly Uri _service;
    private readonly string _answersTo;
    private readonly int _status;
    private readonly byte[] _body;

    /// <param name="service">Where requests are passed on to.</param>
    /// <param name="answersTo">What is in the requests that it answers by itself.</param>
    /// <param name="status">The HTTP status of its answer.</param>
    /// <param name="body">The body of its answer.</param>
    public Gateway(Uri service, string answersTo, int status, string body)
    {
        (_service, _answersTo, _status, _body) = (service, answersTo, status, Encoding.UTF8.GetBytes(body));
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _listener.Close();
        _http.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext exchange)
    {
        using var reader = new StreamReader(exchange.Request.InputStream, Encoding.UTF8);
        var request = await reader.ReadToEndAsync();
        var (status, body) = request.Contains(_answersTo, StringComparison.Ordinal) ? (_status, _body) : await PassOnAsync(exchange, request);
        exchange.Response.StatusCode = status;
        await exchange.Response.OutputStream.WriteAsync(body);
        exchange.Response.Close();
    }

    private async Task<(int Status, byte[] Body)> PassOnAsync(HttpListenerContext exchange, string request)
    {
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(_service, exchange.Request.RawUrl!), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
