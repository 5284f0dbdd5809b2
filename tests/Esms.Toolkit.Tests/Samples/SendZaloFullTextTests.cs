namespace Esms.Tests.Samples;

public sealed class SendZaloFullTextTests
{
    internal static readonly SampleCall<SendZaloFullTextResponse> Call = new(
        EsmsJsonContext.Default.SendZaloFullTextResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloFullTextAsync(
                new SendZaloFullTextRequest
                {
                    MessageType = MessageType.ZaloNormal,
                    OfficialAccountId = "4097311281936189049",
                    Phone = "0901888484",
                    Content = "Đơn hàng HD00001 của bạn đã được xác nhận.",
                    IsUnicode = true,
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendMultipleMessage_V4_post_json/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "SmsType": "25",
                "OAID": "4097311281936189049",
                "Phone": "0901888484",
                "Content": "Đơn hàng HD00001 của bạn đã được xác nhận.",
                "IsUnicode": "1",
                "RequestId": "{{RequestId}}"
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
    [InlineData("""{ "CodeResult": "789", "CountRegenerate": 0, "ErrorMessage": "TemplateId is not config" }""", 789, "TemplateId is not config")]
    [InlineData("""{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed")]
    public async Task A_published_refusal_is_an_exception(string published, int code, string message)
    {
        var refusal = await Call.RefusalAsync(published, code, message);

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }
}
