#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendZaloFormTests
{
    internal static readonly SampleCall<SendZaloFormResponse> Call = new(
        EsmsJsonContext.Default.SendZaloFormResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloFormAsync(
                new SendZaloFormRequest
                {
                    Phone = "0901888484",
                    Content = "Đơn hàng HD00001 của bạn đã được xác nhận.",
                    MessageType = MessageType.ZaloNormal,
                    OfficialAccountId = "4097311281936189049",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertForm(
            "/MainService.svc/json/SendMultipleMessage_V4_post/",
            "Apikey={{ApiKey}}&SecretKey={{SecretKey}}&Phone=0901888484&Content=Đơn hàng HD00001 của bạn đã được xác nhận.&Smstype=25&OAID=4097311281936189049"
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
            """{ "CodeResult": "789", "CountRegenerate": 0, "ErrorMessage": "TemplateId is not config" }""",
            789,
            "TemplateId is not config"
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }
}
