namespace Esms.Tests.Samples;

public sealed class SendZaloTemplateBulkTests
{
    /// <summary>The answer of the Vietnamese page.</summary>
    private const string OneRefused = """
        {
            "CodeResult": "100",
            "Message": "Sucess",
            "TotalFail": 1,
            "TotalSuccess": 2,
            "detail": [
                {
                    "CodeResult": "100",
                    "Phone": "0901888484",
                    "SMSID": "a037b928-cb7e-4bfc-bdf9-0286318163aa264"
                },
                {
                    "CodeResult": "100",
                    "Phone": "0900000001",
                    "SMSID": "b83ff06e-8989-4b0d-818e-795b96699e86261"
                },
                {
                    "CodeResult": "108",
                    "Phone": "097469188",
                    "ErrorMessage": "The phone number 097469188 is not valid."
                }
            ]
        }
        """;

    internal static readonly SampleCall<SendZaloTemplateBulkResponse> Call = Answering(
        """
        {
            "CodeResult": "100",
            "Message": "Sucess",
            "TotalSuccess": 2,
            "detail": [
                {
                    "CodeResult": "100",
                    "Phone": "0901888484",
                    "SMSID": "a037b928-cb7e-4bfc-bdf9-0286318163aa264"
                },
                {
                    "CodeResult": "100",
                    "Phone": "0900000001",
                    "SMSID": "b83ff06e-8989-4b0d-818e-795b96699e86264"
                }
            ]
        }
        """
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/Send_zns_bulk_v4_post_json/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "campaignid": "Chiến dịch 1",
                "OAID": "4097311281936189049",
                "TempID": "267247",
                "Sandbox": "0",
                "CallbackUrl": "https://esms.vn/webhook/",
                "Data": [
                    {
                        "Phone": "0901888484",
                        "RequestId": "96accf59-0c41-4bc7-a5c1",
                        "Params": [ "Chị A", "Gội đầu", "KH001", "19/03/2025" ]
                    },
                    {
                        "Phone": "0900000001",
                        "RequestId": "96accf59-0c41-4bc7-a5c2",
                        "Params": [ "Chị B", "Uốn", "KH002", "19/03/2025" ]
                    },
                    {
                        "Phone": "0900000002",
                        "RequestId": "96accf59-0c41-4bc7-a5c3",
                        "Params": [ "Chị C", "Nhuộm", "KH003", "19/03/2025" ]
                    }
                ]
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("Sucess", 2, null, null), (answer.Message, answer.TotalSuccess, answer.TotalFail, answer.CountRegenerate));
        Assert.Equal(
            [("0901888484", "a037b928-cb7e-4bfc-bdf9-0286318163aa264"), ("0900000001", "b83ff06e-8989-4b0d-818e-795b96699e86264")],
            answer.Results.Select(static result => (result.Phone, result.SmsId))
        );
        Assert.All(answer.Results, static result => Assert.True(result.IsAccepted));
    }

    [Fact]
    public async Task A_refused_message_shows_in_an_accepted_answer()
    {
        var answer = await Answering(OneRefused).AnswerAsync();

        Assert.Equal((1, 2), (answer.TotalFail, answer.TotalSuccess));
        Assert.Equal([true, true, false], answer.Results.Select(static result => result.IsAccepted));
        var refused = answer.Results[2];
        Assert.Equal((EsmsResultCode.InvalidPhone, "097469188", null), (refused.ResultCode, refused.Phone, refused.SmsId));
        Assert.Equal("The phone number 097469188 is not valid.", refused.ErrorMessage);
        Assert.Null(refused.UnknownMembers);
    }

    [Theory]
    [InlineData("""{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed")]
    [InlineData("""{ "CodeResult": "789", "CountRegenerate": 0, "ErrorMessage": "TemplateId is not config" }""", 789, "TemplateId is not config")]
    public async Task A_published_refusal_is_an_exception(string published, int code, string message)
    {
        var refusal = await Call.RefusalAsync(published, code, message);

        Assert.Equal((0, null, null, null), (refusal.CountRegenerate, refusal.Message, refusal.TotalSuccess, refusal.Results));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task More_messages_than_the_service_takes_are_not_sent(int count)
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var request = new SendZaloTemplateBulkRequest
        {
            OfficialAccountId = "1",
            TemplateId = "1",
            Messages = [.. Enumerable.Repeat(new ZaloBulkMessage { Phone = "0901888484", Params = ["x"] }, count)],
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Zalo.SendZaloTemplateBulkAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal("Messages", exception.ParamName);
    }

    private static SampleCall<SendZaloTemplateBulkResponse> Answering(string published) =>
        new(
            EsmsJsonContext.Default.SendZaloTemplateBulkResponse,
            published,
            static (esms, cancellation) =>
                esms.Zalo.SendZaloTemplateBulkAsync(
                    new SendZaloTemplateBulkRequest
                    {
                        CampaignId = "Chiến dịch 1",
                        OfficialAccountId = "4097311281936189049",
                        TemplateId = "267247",
                        Sandbox = false,
                        CallbackUrl = "https://esms.vn/webhook/",
                        Messages =
                        [
                            new ZaloBulkMessage
                            {
                                Phone = "0901888484",
                                RequestId = "96accf59-0c41-4bc7-a5c1",
                                Params = ["Chị A", "Gội đầu", "KH001", "19/03/2025"],
                            },
                            new ZaloBulkMessage
                            {
                                Phone = "0900000001",
                                RequestId = "96accf59-0c41-4bc7-a5c2",
                                Params = ["Chị B", "Uốn", "KH002", "19/03/2025"],
                            },
                            new ZaloBulkMessage
                            {
                                Phone = "0900000002",
                                RequestId = "96accf59-0c41-4bc7-a5c3",
                                Params = ["Chị C", "Nhuộm", "KH003", "19/03/2025"],
                            },
                        ],
                    },
                    cancellation
                )
        );
}
