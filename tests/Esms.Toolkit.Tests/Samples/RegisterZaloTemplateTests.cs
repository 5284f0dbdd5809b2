namespace Esms.Tests.Samples;

public sealed class RegisterZaloTemplateTests
{
    private const string Published =
        """{ "CodeResult": "100", "ErrorMessage": "ViHAT is censoring trademark ownership", "ServicePreviewId": 52330 }""";

    internal static readonly SampleCall<RegisterZaloTemplateResponse> Call = new(
        EsmsJsonContext.Default.RegisterZaloTemplateResponse,
        Published,
        static (esms, cancellation) =>
            esms.OfficialAccounts.RegisterZaloTemplateAsync(
                new RegisterZaloTemplateRequest
                {
                    Content = "Mã OTP của bạn là {{otp}}. Mã xác nhận có hiệu lực trong 5 phút.",
                    ImageUrl = "https://esms.vn/logo.png",
                    FirstButtonUrl = "https://esms.vn",
                    SecondButtonUrl = "https://oa.zalo.me/4097311281936189049",
                    OfficialAccountId = "4097311281936189049",
                    MessageType = MessageType.ZaloPriority,
                    CallbackUrl = "https://esms.vn/webhook/",
                },
                cancellation
            ),
        // Ids are texts for the user of the library.
        writtenBack: Published.Replace("52330", "\"52330\"", StringComparison.Ordinal)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/RegisZNSTemplateJson/",
            """
            {
                "ApiKey":"{{ApiKey}}",
                "SecretKey":"{{SecretKey}}",
                "Content":"Mã OTP của bạn là {{otp}}. Mã xác nhận có hiệu lực trong 5 phút.",
                "ImageUrl":"https://esms.vn/logo.png",
                "CTA1":"https://esms.vn",
                "CTA2":"https://oa.zalo.me/4097311281936189049",
                "OAID":"4097311281936189049",
                "SmsType":"24",
                "CallbackUrl":"https://esms.vn/webhook/"
            }
            """
        );

    [Fact]
    public async Task A_template_needs_no_buttons_and_no_callback()
    {
        var call = new SampleCall<RegisterZaloTemplateResponse>(
            EsmsJsonContext.Default.RegisterZaloTemplateResponse,
            "{}",
            static (esms, cancellation) =>
                esms.OfficialAccounts.RegisterZaloTemplateAsync(
                    new RegisterZaloTemplateRequest
                    {
                        Content = "{{otp}}",
                        ImageUrl = "https://esms.vn/logo.png",
                        OfficialAccountId = "1",
                        MessageType = MessageType.ZaloNormal,
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertJson(
            "/MainService.svc/json/RegisZNSTemplateJson/",
            """{ "ApiKey": "{{ApiKey}}", "SecretKey": "{{SecretKey}}", "Content": "{{otp}}", "ImageUrl": "https://esms.vn/logo.png", "OAID": "1", "SmsType": "25" }"""
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("52330", "ViHAT is censoring trademark ownership"), (answer.RegistrationId, answer.ServiceMessage));
    }

    /// <summary>The page has none; this is how its neighbours refuse.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.RegistrationId);
    }
}
