#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendViberGetTests
{
    internal static readonly SampleCall<SendViberGetResponse> Call = new(
        EsmsJsonContext.Default.SendViberGetResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Viber.SendViberGetAsync(
                new SendViberGetRequest
                {
                    ButtonUrl = "https://esms.vn?tu=viber&ma=1",
                    ImageUrl = "https://esms.vn/image.png",
                    Phone = "0901888484",
                    Content = "Chào bạn! Căn hộ mới đã mở bán.",
                    Brandname = "BAT DONG SAN GIA TOT",
                    ButtonLabel = "Xem thêm",
                    CallbackUrl = "https://esms.vn/webhook/",
                    Sandbox = false,
                },
                cancellation
            )
    );

    /// <summary>The addresses inside of the address are encoded, so that their own parameters stay theirs.</summary>
    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SendMultipleMessage_V4_get?SmsType=23&OTTUrl=https%3A%2F%2Fesms.vn%3Ftu%3Dviber%26ma%3D1&OTTImgUrl=https%3A%2F%2Fesms.vn%2Fimage.png"
                + "&Phone=0901888484&Content=Ch%C3%A0o%20b%E1%BA%A1n%21%20C%C4%83n%20h%E1%BB%99%20m%E1%BB%9Bi%20%C4%91%C3%A3%20m%E1%BB%9F%20b%C3%A1n."
                + "&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&Brandname=BAT%20DONG%20SAN%20GIA%20TOT&OTTLabel=Xem%20th%C3%AAm"
                + "&CallbackUrl=https%3A%2F%2Fesms.vn%2Fwebhook%2F&Sandbox=0&RequestId={{RequestId}}"
        );

    [Fact]
    public async Task The_request_id_of_the_table_is_sent_too_and_what_is_not_given_is_left_out()
    {
        var call = new SampleCall<SendViberGetResponse>(
            EsmsJsonContext.Default.SendViberGetResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Viber.SendViberGetAsync(
                    new SendViberGetRequest
                    {
                        Phone = "0901888484",
                        Content = "Chao",
                        Brandname = "B",
                        RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SendMultipleMessage_V4_get?SmsType=23&Phone=0901888484&Content=Chao&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&Brandname=B"
                + "&RequestId=96accf59-0c41-4bc7-a5c4-4a466c2e41c2"
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d8e0f1f0702544b2acb456ca9ccfd111250", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
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
