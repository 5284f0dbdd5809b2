using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>What stands before eSMS: it passes requests on, but for some that it answers by itself.</summary>
internal sealed class Gateway : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new();
    private readonly Uri _service;
    private readonly (string Text, int Status, string Body)[] _answers;

    /// <param name="service">Where requests are passed on to.</param>
    /// <param name="answers">What is in the requests that it answers by itself, and how.</param>
    public Gateway(Uri service, params (string Text, int Status, string Body)[] answers)
    {
        (_service, _answers) = (service, answers);
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
        var own = Array.Find(_answers, answer => request.Contains(answer.Text, StringComparison.Ordinal));
        var (status, body) = own.Text is null ? await PassOnAsync(exchange, request) : (own.Status, Encoding.UTF8.GetBytes(own.Body));
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
