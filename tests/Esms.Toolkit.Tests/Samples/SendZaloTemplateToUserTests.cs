namespace Esms.Tests.Samples;

public sealed class SendZaloTemplateToUserTests
{
    internal static readonly SampleCall<SendZaloTemplateToUserResponse> Call = new(
        EsmsJsonContext.Default.SendZaloTemplateToUserResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloTemplateToUserAsync(
                new SendZaloTemplateToUserRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    UserId = "31215806834323092",
                    TempData = new Dictionary<string, string>
                    {
                        ["name"] = "Nguyễn Văn A",
                        ["order_code"] = "HD00001",
                        ["address"] = "140-142 Đường Số 1, KDC Vạn Phúc, Hiệp Bình Phước, Thủ Đức",
                        ["phone_number"] = "0901888484",
                        ["product"] = "Màn hình máy tính",
                        ["number"] = "1",
                        ["number1"] = "1.500.000",
                        ["note"] = "Đặt hàng tại cửa hàng",
                    },
                    TemplateId = "540679",
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
            "/MainService.svc/json/SendZaloMessage_V6/zalo_uid/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "ZaloUid": "31215806834323092",
                "TempData": {
                    "name": "Nguyễn Văn A",
                    "order_code": "HD00001",
                    "address": "140-142 Đường Số 1, KDC Vạn Phúc, Hiệp Bình Phước, Thủ Đức",
                    "phone_number": "0901888484",
                    "product": "Màn hình máy tính",
                    "number": "1",
                    "number1": "1.500.000",
                    "note": "Đặt hàng tại cửa hàng"
                },
                "TempID":  "540679",
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

    [Theory]
    [InlineData("""{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed")]
    [InlineData("""{ "CodeResult": "789", "CountRegenerate": 0, "ErrorMessage": "TemplateId is not config" }""", 789, "TemplateId is not config")]
    [InlineData("""{ "CodeResult": "852", "CountRegenerate": 0, "ErrorMessage": "Zalo UID Invalid" }""", 852, "Zalo UID Invalid")]
    [InlineData("""{ "CodeResult": "853", "CountRegenerate": 0, "ErrorMessage": "Missing ZaloUid" }""", 853, "Missing ZaloUid")]
    public async Task A_published_refusal_is_an_exception(string published, int code, string message)
    {
        var refusal = await Call.RefusalAsync(published, code, message);

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    [Fact]
    public async Task A_user_id_that_the_service_refuses_for_its_length_is_not_sent()
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var request = new SendZaloTemplateToUserRequest
        {
            OfficialAccountId = "1",
            UserId = new string('1', 21),
            TempData = new Dictionary<string, string>(),
            TemplateId = "1",
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Zalo.SendZaloTemplateToUserAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal("UserId", exception.ParamName);
    }
}
