using System.Security.Cryptography;

namespace Esms.Tests.Samples;

public sealed class SendZaloTemplateToPhoneHashTests
{
    internal static readonly SampleCall<SendZaloTemplateToPhoneHashResponse> Call = new(
        EsmsJsonContext.Default.SendZaloTemplateToPhoneHashResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloTemplateToPhoneHashAsync(
                new SendZaloTemplateToPhoneHashRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    PhoneHash = Convert.ToHexStringLower(SHA256.HashData("84901888484"u8)),
                    TempData = new Dictionary<string, string>
                    {
                        ["customer_name"] = "Nguyễn Văn A",
                        ["order_code"] = "HD00001",
                        ["address"] = "140-142 Đường Số 1, KDC Vạn Phúc, Hiệp Bình Phước, Thủ Đức",
                        ["phone"] = "0901888484",
                        ["email"] = "khachhang@example.com",
                        ["product_name"] = "Gói duy trì OA Zalo Premium 1 năm",
                        ["quantity"] = "1",
                        ["payment_amount"] = "4308000",
                        ["delivery_date"] = "01/08/2024",
                    },
                    TemplateId = "200607",
                    CampaignId = "Xác nhận mua hàng",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CallbackUrl = "https://esms.vn/webhook/",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendZaloMessage_V6/hash_phone/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "HashPhone": "5ec1844a205fc3a433ff9b055ef55a84d8d2c836756d27b52362bda525f10209",
                "TempData": {
                    "customer_name": "Nguyễn Văn A",
                    "order_code": "HD00001",
                    "address": "140-142 Đường Số 1, KDC Vạn Phúc, Hiệp Bình Phước, Thủ Đức",
                    "phone": "0901888484",
                    "email": "khachhang@example.com",
                    "product_name": "Gói duy trì OA Zalo Premium 1 năm",
                    "quantity": "1",
                    "payment_amount": "4308000",
                    "delivery_date": "01/08/2024"
                },
                "TempID":  "200607",
                "campaignid":  "Xác nhận mua hàng",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "CallbackUrl": "https://esms.vn/webhook/"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d8e0f1f0702544b2acb456ca9ccfd111250", 0), (answer.SmsId, answer.CountRegenerate));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }
}
