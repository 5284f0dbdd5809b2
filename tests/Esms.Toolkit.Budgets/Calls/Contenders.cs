using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Budgets.Calls;

/// <summary>The generated client with its default settings, the floor, HttpClient, and Refit, over one handler.</summary>
internal sealed class Contenders : IDisposable
{
    private readonly EsmsConnection _connection;

    public Contenders(HttpMessageHandler handler, Uri? baseAddress = null)
    {
        _connection = new EsmsConnection(
            new EsmsOptions
            {
                ApiKey = Published.ApiKey,
                SecretKey = Published.SecretKey,
                BaseAddress = baseAddress,
            },
            handler
        );
        Ours = new EsmsClient(_connection);
        var origin = baseAddress?.AbsoluteUri.TrimEnd('/') ?? "https://rest.esms.vn";
        Floor = new FloorClient(handler, origin, Published.ApiKey, Published.SecretKey);
        HttpClient = new HttpClientPeer(handler, origin);
        Refit = new RefitPeer(handler, origin);
    }

    /// <summary>The published request of the customer care send.</summary>
    public static SendCustomerCareRequest Message { get; } =
        new()
        {
            Content = Published.Message.Content,
            Phone = Published.Message.Phone,
            Brandname = Published.Message.Brandname,
            IsUnicode = false,
            Sandbox = false,
            CampaignId = Published.Message.CampaignId,
            RequestId = Published.Message.RequestId,
            CallbackUrl = Published.Message.CallbackUrl,
        };

    public EsmsClient Ours { get; }

    public FloorClient Floor { get; }

    public HttpClientPeer HttpClient { get; }

    public RefitPeer Refit { get; }

    public void Dispose()
    {
        Ours.Dispose();
        _connection.Dispose();
        Floor.Dispose();
        HttpClient.Dispose();
        Refit.Dispose();
    }
}
