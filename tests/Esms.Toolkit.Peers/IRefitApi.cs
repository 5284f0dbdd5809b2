using Refit;

namespace Esms.Toolkit.Peers;

/// <summary>The two calls as Refit wants them: an interface, which its generator implements.</summary>
public interface IRefitApi
{
    [Get("/MainService.svc/json/GetSendStatus")]
    Task<StatusReport> GetSendStatusAsync(
        [AliasAs("RefId")] string smsId,
        [AliasAs("ApiKey")] string apiKey,
        [AliasAs("SecretKey")] string secretKey
    );

    [Post("/MainService.svc/json/SendMultipleMessage_V4_post_json/")]
    Task<CareReceipt> SendCustomerCareAsync([Body] CareMessage message);
}
