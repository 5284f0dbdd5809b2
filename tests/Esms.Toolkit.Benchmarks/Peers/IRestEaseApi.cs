using Esms.Toolkit.Peers;
using RestEase;

namespace Esms.Toolkit.Benchmarks.Peers;

/// <summary>The two calls as RestEase wants them: an interface, which it implements when the program runs.</summary>
public interface IRestEaseApi
{
    [Get("MainService.svc/json/GetSendStatus")]
    Task<StatusReport> GetSendStatusAsync([Query("RefId")] string smsId, [Query("ApiKey")] string apiKey, [Query("SecretKey")] string secretKey);

    [Post("MainService.svc/json/SendMultipleMessage_V4_post_json/")]
    Task<CareReceipt> SendCustomerCareAsync([Body] RestEaseMessage message);
}
