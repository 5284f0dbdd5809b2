using Esms.Toolkit.Peers;
using RestSharp;

namespace Esms.Toolkit.Benchmarks.Peers;

/// <summary>RestSharp as its documentation shows it.</summary>
internal sealed class RestSharpPeer(HttpMessageHandler handler, string origin) : IDisposable
{
    private readonly RestClient _client = new(handler, disposeHandler: false, options => options.BaseUrl = new Uri(origin));

    public async Task<StatusReport> GetSendStatusAsync(string smsId)
    {
        var request = new RestRequest("MainService.svc/json/GetSendStatus")
            .AddQueryParameter("RefId", smsId)
            .AddQueryParameter("ApiKey", Published.ApiKey)
            .AddQueryParameter("SecretKey", Published.SecretKey);
        return await _client.GetAsync<StatusReport>(request) ?? throw new InvalidDataException("The answer is null.");
    }

    public async Task<CareReceipt> SendCustomerCareAsync(CareMessage message)
    {
        var request = new RestRequest("MainService.svc/json/SendMultipleMessage_V4_post_json/").AddJsonBody(
            message with
            {
                ApiKey = Published.ApiKey,
                SecretKey = Published.SecretKey,
            }
        );
        return await _client.PostAsync<CareReceipt>(request) ?? throw new InvalidDataException("The answer is null.");
    }

    public void Dispose() => _client.Dispose();
}
