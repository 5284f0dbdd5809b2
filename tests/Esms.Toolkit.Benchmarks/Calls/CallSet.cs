using Esms.Toolkit.Budgets.Calls;
using Esms.Toolkit.Peers;

namespace Esms.Toolkit.Benchmarks.Calls;

/// <summary>The same call of each client.</summary>
internal sealed record CallSet(Call Floor, Call Generated, Call HttpClient, Call Refit, Call RestEase, Call RestSharp)
{
    public static CallSet GetSendStatus(Clients clients) =>
        new(
            Call.Of(() => clients.Floor.GetSendStatusAsync(Published.SmsId), IsPublished),
            Call.Of(
                () => clients.Generated.Messages.GetSendStatusAsync(Published.SmsId),
                static status => status is { SmsId: Published.SmsId, SendStatus: SendStatus.Finished, TotalPrice: 850, TotalSent: 1 }
            ),
            Call.Of(() => clients.HttpClient.GetSendStatusAsync(Published.SmsId), IsPublished),
            Call.Of(() => clients.Refit.GetSendStatusAsync(Published.SmsId), IsPublished),
            Call.Of(() => clients.RestEase.GetSendStatusAsync(Published.SmsId), IsPublished),
            Call.Of(() => clients.RestSharp.GetSendStatusAsync(Published.SmsId), IsPublished)
        );

    public static CallSet SendCustomerCare(Clients clients) =>
        new(
            Call.Of(() => clients.Floor.SendCustomerCareAsync(Published.Message), IsPublished),
            Call.Of(
                () => clients.Generated.Sms.SendCustomerCareAsync(Contenders.Message),
                static receipt => receipt is { SmsId: AcceptedId, CountRegenerate: 0 }
            ),
            Call.Of(() => clients.HttpClient.SendCustomerCareAsync(Published.Message), IsPublished),
            Call.Of(() => clients.Refit.SendCustomerCareAsync(Published.Message), IsPublished),
            Call.Of(() => clients.RestEase.SendCustomerCareAsync(Published.Message), IsPublished),
            Call.Of(() => clients.RestSharp.SendCustomerCareAsync(Published.Message), IsPublished)
        );

    public Task CheckAsync() =>
        Task.WhenAll(
            Floor.CheckAsync(),
            Generated.CheckAsync(),
            HttpClient.CheckAsync(),
            Refit.CheckAsync(),
            RestEase.CheckAsync(),
            RestSharp.CheckAsync()
        );

    private const string AcceptedId = "d533459ee42b2b9525ba9eabf6a8156";

    private static bool IsPublished(StatusReport status) =>
        status is { CodeResponse: "100", SmsId: Published.SmsId, SendStatus: 5, TotalPrice: 850, TotalSent: 1 };

    private static bool IsPublished(CareReceipt receipt) => receipt is { CodeResult: "100", SmsId: AcceptedId, CountRegenerate: 0 };
}
