using Esms.Toolkit.Benchmarks.Peers;
using Esms.Toolkit.Budgets.Calls;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Benchmarks.Calls;

/// <summary>All clients over one transport.</summary>
internal sealed class Clients : IDisposable
{
    /// <summary>Holds the address of the server on the loopback interface.</summary>
    public const string ServerVariable = "ESMS_BENCHMARKS_SERVER";

    private readonly HttpMessageHandler _handler;
    private readonly Contenders _contenders;

    private Clients(HttpMessageHandler handler, Uri? address = null)
    {
        _handler = handler;
        _contenders = new Contenders(handler, address);
        var origin = address?.AbsoluteUri.TrimEnd('/') ?? "https://rest.esms.vn";
        RestEase = new RestEasePeer(handler, origin);
        RestSharp = new RestSharpPeer(handler, origin);
    }

    public EsmsClient Generated => _contenders.Ours;

    public FloorClient Floor => _contenders.Floor;

    public HttpClientPeer HttpClient => _contenders.HttpClient;

    public RefitPeer Refit => _contenders.Refit;

    public RestEasePeer RestEase { get; }

    public RestSharpPeer RestSharp { get; }

    public static Clients InMemory(ReadOnlyMemory<byte> answer) => new(new InMemoryHandler(answer));

    public static Clients OverLoopback()
    {
        var address = Environment.GetEnvironmentVariable(ServerVariable) ?? throw new InvalidOperationException($"{ServerVariable} is not set.");
        return new Clients(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            },
            new Uri(address)
        );
    }

    public void Dispose()
    {
        _contenders.Dispose();
        RestEase.Dispose();
        RestSharp.Dispose();
        _handler.Dispose();
    }
}
