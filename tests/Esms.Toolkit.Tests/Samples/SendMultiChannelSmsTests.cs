#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendMultiChannelSmsTests
{
    internal static readonly SampleCall<SendMultiChannelSmsResponse> Call = new(
        EsmsJsonContext.Default.SendMultiChannelSmsResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Sms.SendMultiChannelSmsAsync(
                "0901888484",
                new SmsAlone
                {
                    Sms = new SmsChannel
                    {
                        Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                        IsUnicode = false,
                        Brandname = "Baotrixemay",
                        CallbackUrl = "https://esms.vn/webhook/",
                        RequestId = "c82cd356-bf49-4113-9466-65a7f6359c98",
                        Sandbox = false,
                    },
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_names_the_one_channel() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/MultiChannelMessage/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "Phone": "0901888484",
                "Channels": ["sms"],
                "Data": [
                    {
                        "Content": "686868 la ma xac minh dang ky Baotrixemay cua ban",
                        "IsUnicode": "0",
                        "SmsType": "2",
                        "Brandname": "Baotrixemay",
                        "CallbackUrl": "https://esms.vn/webhook/",
                        "RequestId": "c82cd356-bf49-4113-9466-65a7f6359c98",
                        "Sandbox": "0"
                    }
                ]
            }
            """
        );

    [Fact]
    public async Task The_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d8e0f1f0702544b2acb456ca9ccfd111250", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Null(refusal.SmsId);
    }
}
