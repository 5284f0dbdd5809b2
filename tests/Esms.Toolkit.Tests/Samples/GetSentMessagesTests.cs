using System.Globalization;

namespace Esms.Tests.Samples;

public sealed class GetSentMessagesTests
{
    /// <summary>Repaired: a comma, two quotes and the last brace are missing where it is published.</summary>
    private const string Published = """
        {
            "CodeResult": "100",
            "CountTotal": 2,
            "SentData": [
                {
                    "Campaign": "Chiến dịch 02/10/2023",
                    "Content": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "Phone": "0901888484",
                    "ReferenceId": "35781d6c25524e40a035c26663189549",
                    "SellPrice": 345.0,
                    "SendResult": 0,
                    "SendStatus": 5,
                    "SentTime": "/Date(1705484048995+0700)/",
                    "SmsId": 29028845,
                    "SmsType": 2
                },
                {
                    "Campaign": "Chiến dịch 02/10/2023",
                    "Content": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "Phone": "0901888484",
                    "ReferenceId": "0aac72e0-ba9b-4348-8530-d18d105778db18",
                    "SellPrice": 790.0000,
                    "SendResult": 1,
                    "SendStatus": 5,
                    "SentTime": "/Date(1705484048995+0700)/",
                    "SmsId": 29028845,
                    "SmsType": 2
                }
            ]
        }
        """;

    internal static readonly SampleCall<GetSentMessagesResponse> Call = new(
        EsmsJsonContext.Default.GetSentMessagesResponse,
        Published,
        static (esms, cancellation) =>
            esms.Messages.GetSentMessagesAsync(
                new GetSentMessagesRequest
                {
                    MessageType = MessageType.CustomerCare,
                    From = new DateTimeOffset(2025, 1, 1, 6, 0, 0, TimeSpan.FromHours(7)),
                    To = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                    PageSize = 500,
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/GetSmsSentData_V2",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "SmsType": "2",
                "From": "2025-01-01 06:00:00",
                "To": "2025-01-02 18:00:00",
                "Page": 1,
                "PageSize": 500
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((2, 2), (answer.TotalCount, answer.Messages.Count));
        AssertMessage(answer.Messages[0], "35781d6c25524e40a035c26663189549", "345.0", SendResult.Failed);
        AssertMessage(answer.Messages[1], "0aac72e0-ba9b-4348-8530-d18d105778db18", "790.0000", SendResult.Succeeded);
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed." }""", 101, "Authorize Failed.");

        Assert.Equal((null, null), (refusal.TotalCount, refusal.Messages));
    }

    private static void AssertMessage(SentMessage message, string smsId, string price, SendResult result)
    {
        Assert.Equal(("Chiến dịch 02/10/2023", "0901888484", smsId), (message.Campaign, message.Phone, message.SmsId));
        Assert.Equal("Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!", message.Content);
        Assert.Equal(price, message.SellPrice?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            (result, SendStatus.Finished, 29028845L, MessageType.CustomerCare),
            (message.SendResult, message.SendStatus, message.PortalId, message.MessageType)
        );
        Assert.Equal(new DateTimeOffset(2024, 1, 17, 16, 34, 8, 995, TimeSpan.FromHours(7)), message.SentTime);
        Assert.Null(message.UnknownMembers);
    }
}
