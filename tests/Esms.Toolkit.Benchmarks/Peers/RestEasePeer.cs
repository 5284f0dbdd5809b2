using Esms.Toolkit.Peers;
using Newtonsoft.Json;
using RestEase;

namespace Esms.Toolkit.Benchmarks.Peers;

/// <summary>RestEase as its documentation shows it.</summary>
internal sealed class RestEasePeer : IDisposable
{
    private readonly HttpClient _http;
    private readonly IRestEaseApi _api;

    public RestEasePeer(HttpMessageHandler handler, string origin)
    {
        _http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(origin) };
        _api = new RestClient(_http)
        {
            JsonSerializerSettings = new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore },
        }.For<IRestEaseApi>();
    }

    public Task<StatusReport> GetSendStatusAsync(string smsId) => _api.GetSendStatusAsync(smsId, Published.ApiKey, Published.SecretKey);

    public Task<CareReceipt> SendCustomerCareAsync(CareMessage message) =>
        _api.SendCustomerCareAsync(
            new RestEaseMessage
            {
                ApiKey = Published.ApiKey,
                Content = message.Content,
                Phone = message.Phone,
                SecretKey = Published.SecretKey,
                Brandname = message.Brandname,
                IsUnicode = message.IsUnicode,
                Sandbox = message.Sandbox,
                CampaignId = message.CampaignId,
                RequestId = message.RequestId,
                Callback = message.CallbackUrl,
            }
        );

    public void Dispose() => _http.Dispose();
}
