namespace Esms.Tests.Samples;

public sealed class RegisterSmsTemplateTests
{
    private const string Published = """{ "CodeResult": "100", "ErrorMessage": "ViHAT is moderating your template", "ServicePreviewId": 52353 }""";

    internal static readonly SampleCall<RegisterSmsTemplateResponse> Call = new(
        EsmsJsonContext.Default.RegisterSmsTemplateResponse,
        Published,
        static (esms, cancellation) =>
            esms.Account.RegisterSmsTemplateAsync(
                new RegisterSmsTemplateRequest
                {
                    AssetsUrl = "https://esms.vn/giay-phep.pdf",
                    Brandname = "Baotrixemay",
                    CallbackUrl = "https://esms.vn/webhook/",
                    Content = "{ma:6} la ma xac minh dang ky Baotrixemay cua ban",
                    IsUnicode = false,
                    CustomerEmail = "khachhang@example.com",
                    CustomerName = "Nguyễn Văn A",
                    CustomerPhone = "0901888484",
                    MessageType = MessageType.CustomerCare,
                },
                cancellation
            ),
        // Ids are texts for the user of the library.
        writtenBack: Published.Replace("52353", "\"52353\"", StringComparison.Ordinal)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SubServicePreviewJson/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "AssetsUrl": "https://esms.vn/giay-phep.pdf",
                "Brandname": "Baotrixemay",
                "CallbackUrl": "https://esms.vn/webhook/",
                "Content": "{ma:6} la ma xac minh dang ky Baotrixemay cua ban",
                "IsUnicode": "0",
                "CustomerEmail": "khachhang@example.com",
                "CustomerName": "Nguyễn Văn A",
                "CustomerPhone": "0901888484",
                "SecretKey": "{{SecretKey}}",
                "ServiceType": 2,
                "SmsType": 2
            }
            """
        );

    [Fact]
    public async Task A_template_for_the_fixed_number_needs_no_more_than_its_text_and_its_sender()
    {
        var call = new SampleCall<RegisterSmsTemplateResponse>(
            EsmsJsonContext.Default.RegisterSmsTemplateResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Account.RegisterSmsTemplateAsync(
                    new RegisterSmsTemplateRequest
                    {
                        Brandname = "Baotrixemay",
                        Content = "{ma:6}",
                        MessageType = MessageType.FixedNumber,
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SubServicePreviewJson/",
            """{ "ApiKey": "{{ApiKey}}", "Brandname": "Baotrixemay", "Content": "{ma:6}", "SecretKey": "{{SecretKey}}", "ServiceType": 2, "SmsType": 8 }"""
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("52353", "ViHAT is moderating your template"), (answer.RegistrationId, answer.ServiceMessage));
    }

    /// <summary>The page has none; this is how its neighbours refuse.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.RegistrationId);
    }
}
