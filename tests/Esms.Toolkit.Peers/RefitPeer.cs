using Refit;

namespace Esms.Toolkit.Peers;

/// <summary>Refit as its documentation has it for native code: with clients of its generator, and the JSON code of System.Text.Json's.</summary>
public sealed class RefitPeer : IDisposable
{
    private readonly HttpClient _http;
    private readonly IRefitApi _api;

    public RefitPeer(HttpMessageHandler handler, string origin)
    {
        _http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(origin) };
        _api = RestService.ForGenerated<IRefitApi>(_http, PeerJsonContext.Default);
    }

    public Task<StatusReport> GetSendStatusAsync(string smsId) => _api.GetSendStatusAsync(smsId, Published.ApiKey, Published.SecretKey);

    public Task<CareReceipt> SendCustomerCareAsync(CareMessage message) =>
        _api.SendCustomerCareAsync(message with { ApiKey = Published.ApiKey, SecretKey = Published.SecretKey });

    public void Dispose() => _http.Dispose();
}
