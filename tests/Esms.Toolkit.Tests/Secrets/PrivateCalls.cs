#pragma warning disable CS0618 // Deprecated, and the only ways to send a form and XML.
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>Calls that give everything that is private, in each way in which a request travels.</summary>
internal static class PrivateCalls
{
    public static readonly IReadOnlyList<object> Requests =
    [
        new GetSendStatusRequest { SmsId = "1" },
        new SendOtpRequest
        {
            Phone = Canaries.Phone,
            Brandname = "Shop",
            Content = $"{{OTP}} {Canaries.Content}",
            DigitsOnly = true,
        },
        new CheckOtpRequest { Phone = Canaries.Phone, Code = Canaries.OneTimePassword },
        new SendCustomerCareRequest
        {
            Phone = Canaries.Phone,
            Content = Canaries.Content,
            Brandname = "Shop",
        },
        new SendCustomerCareFormRequest
        {
            Phone = Canaries.Phone,
            Content = Canaries.Content,
            Brandname = "Shop",
        },
        new SendCustomerCareXmlRequest
        {
            Phones = [Canaries.Phone],
            Content = Canaries.Content,
            Brandname = "Shop",
        },
    ];

    public static readonly IReadOnlyList<Func<EsmsClient, Task<object>>> All =
    [
        static async esms => await esms.Account.GetBrandnamesAsync(TestContext.Current.CancellationToken),
        static async esms => await esms.Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken),
        static async esms => await esms.Messages.TrySendAsync((GetSendStatusRequest)Requests[0], TestContext.Current.CancellationToken),
        static async esms => await esms.Otp.SendOtpAsync((SendOtpRequest)Requests[1], TestContext.Current.CancellationToken),
        static async esms => await esms.Otp.CheckOtpAsync(Canaries.Phone, Canaries.OneTimePassword, TestContext.Current.CancellationToken),
        static async esms => await esms.Sms.SendCustomerCareAsync((SendCustomerCareRequest)Requests[3], TestContext.Current.CancellationToken),
        static async esms => await esms.Sms.TrySendAsync((SendCustomerCareRequest)Requests[3], TestContext.Current.CancellationToken),
        static async esms =>
            await esms.Sms.SendCustomerCareFormAsync((SendCustomerCareFormRequest)Requests[4], TestContext.Current.CancellationToken),
        static async esms => await esms.Sms.SendCustomerCareXmlAsync((SendCustomerCareXmlRequest)Requests[5], TestContext.Current.CancellationToken),
    ];
}
