#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class GetSentMessagesV1Tests
{
    internal static readonly SampleCall<GetSentMessagesV1Response> Call = new(
        EsmsJsonContext.Default.GetSentMessagesV1Response,
        """
        {
            "CodeResult": "100",
            "CountTotal": 518,
            "SentData": [
                {
                    "Campaign": "Chiến dịch 02/10/2023",
                    "Content": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "Phone": "0901888484",
                    "ReferenceId": "02e26dff-edc0-4726-8614-e425c21915f3152",
                    "SellPrice": 790.000,
                    "SendStatus": 5,
                    "SentResult": true,
                    "SentTime": "23/11/2023 17:06:37",
                    "SmsId": 860903326,
                    "SmsType": 2
                },
                {
                    "Campaign": "Chiến dịch 02/10/2023",
                    "Content": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "Phone": "0901888484",
                    "ReferenceId": "0aac72e0-ba9b-4348-8530-d18d105778db18",
                    "SellPrice": 790.0000,
                    "SendStatus": 5,
                    "SentResult": true,
                    "SentTime": "23/11/2023 17:45:23",
                    "SmsId": 862970481,
                    "SmsType": 2
                }
            ]
        }
        """,
        static (esms, cancellation) =>
            esms.Messages.GetSentMessagesV1Async(
                new GetSentMessagesV1Request
                {
                    From = new DateTimeOffset(2023, 10, 1, 0, 0, 0, TimeSpan.FromHours(7)),
                    To = new DateTimeOffset(2023, 10, 3, 23, 59, 59, TimeSpan.FromHours(7)),
                    Page = 1,
                    PageSize = 500,
                    MessageType = MessageType.CustomerCare,
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_one_of_the_older_page() =>
        (await Call.RequestAsync()).AssertXml(
            "/MainService.svc/json/GetSmsSentData_V1",
            """
            <RQST>
            <APIKEY>{{ApiKey}}</APIKEY>
            <SECRETKEY>{{SecretKey}}</SECRETKEY>
            <FROM>2023/10/01 00:00:00</FROM>
            <TO>2023/10/03 23:59:59</TO>
            <PAGE>1</PAGE>
            <PAGESIZE>500</PAGESIZE>
            <SMSTYPE>2</SMSTYPE>
            </RQST>
            """
        );

    [Fact]
    public async Task A_span_alone_is_enough()
    {
        var call = new SampleCall<GetSentMessagesV1Response>(
            EsmsJsonContext.Default.GetSentMessagesV1Response,
            "{}",
            static (esms, cancellation) =>
                esms.Messages.GetSentMessagesV1Async(
                    new GetSentMessagesV1Request
                    {
                        From = new DateTimeOffset(2022, 7, 26, 0, 0, 0, TimeSpan.FromHours(7)),
                        To = new DateTimeOffset(2022, 7, 26, 11, 0, 0, TimeSpan.FromHours(7)),
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertXml(
            "/MainService.svc/json/GetSmsSentData_V1",
            """
            <RQST>
            <APIKEY>{{ApiKey}}</APIKEY>
            <SECRETKEY>{{SecretKey}}</SECRETKEY>
            <FROM>2022/07/26 00:00:00</FROM>
            <TO>2022/07/26 11:00:00</TO>
            </RQST>
            """
        );
    }

    [Fact]
    public async Task The_answer_of_the_older_page_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((518, 2), (answer.TotalCount, answer.Messages.Count));
        var first = answer.Messages[0];
        Assert.Equal(
            ("02e26dff-edc0-4726-8614-e425c21915f3152", 790m, SendStatus.Finished, true, 860903326L, MessageType.CustomerCare),
            (first.SmsId, first.SellPrice, first.SendStatus, first.SentResult, first.PortalId, first.MessageType)
        );
        Assert.Equal(new DateTimeOffset(2023, 11, 23, 17, 6, 37, TimeSpan.FromHours(7)), first.SentTime);
        Assert.Equal(("0901888484", "Chiến dịch 02/10/2023"), (first.Phone, first.Campaign));
    }
}
