using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Esms.Toolkit.Hostile.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Toolkit.Hostile.Sends;

/// <summary>
/// The way from the client to the service. It numbers the tries, sends those to a closed port whose connection the script refuses, and does not
/// touch the body, which is the client's own up to the wire.
/// </summary>
/// <param name="script">What happens when.</param>
/// <param name="withoutKey">Whether it takes the key away all the same: then each try looks new to the service.</param>
internal sealed class Road(FaultScript script, bool withoutKey) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
{
    private const string Header = "Hostile-Try";

    private static readonly AsyncLocal<SendTries?> Current = new();

    private readonly Uri _closed = FindClosedPort();

    /// <summary>Says which send the calls of this flow belong to.</summary>
    public static void Begin(SendTries tries) => Current.Value = tries;

    public static Try TryOf(HttpRequest request)
    {
        var parts = request.Headers[Header].ToString().Split('/');
        return new Try(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var current = (Current.Value ?? throw new InvalidOperationException("A call outside of a send.")).Next();
        request.Headers.Add(Header, string.Create(CultureInfo.InvariantCulture, $"{current.Send}/{current.Number}"));
        if (script.FaultOf(current) == Fault.RefuseConnection)
            request.RequestUri = new Uri(_closed, request.RequestUri!.PathAndQuery);
        if (withoutKey)
            await TakeKeyAwayAsync(request, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    private static async Task TakeKeyAwayAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = request.Content!;
        var fields = JsonNode.Parse(await body.ReadAsByteArrayAsync(cancellationToken))!;
        fields["RequestId"] = Guid.NewGuid().ToString();
        request.Content = new StringContent(fields.ToJsonString());
    }

    /// <summary>A port that was free a moment ago, and refuses connections as long as nobody takes it.</summary>
    private static Uri FindClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port).Uri;
    }
}
