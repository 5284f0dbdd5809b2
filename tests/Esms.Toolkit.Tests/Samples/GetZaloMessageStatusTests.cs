using System.Text.Json;

namespace Esms.Tests.Samples;

public sealed class GetZaloMessageStatusTests
{
    internal static readonly SampleCall<GetZaloMessageStatusResponse> Call = new(
        EsmsJsonContext.Default.GetZaloMessageStatusResponse,
        """
        {
            "CodeResult": "100",
            "Data": {
                "delivery_time": "1767678030984",
                "message": "The message was delivered to the user's phone",
                "status": 1
            },
            "ErrorMessage": "success. "
        }
        """,
        static (esms, cancellation) => esms.Messages.GetZaloMessageStatusAsync("4097311281936189049", "6dc7499c9ef6baaee3e1", cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/GetZaloMessageStatus",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "MessageId": "6dc7499c9ef6baaee3e1"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal("success. ", answer.ServiceMessage);
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 12, 40, 30, 984, TimeSpan.FromHours(7)), answer.Delivery.DeliveredAt);
        Assert.Equal(
            (ZaloDeliveryStatus.Delivered, "The message was delivered to the user's phone"),
            (answer.Delivery.Status, answer.Delivery.Message)
        );
        Assert.Null(answer.Delivery.UnknownMembers);
    }

    /// <summary>Put together from the table: the page shows the message that has arrived only.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("\"null\"")]
    public void A_message_that_has_not_arrived_has_no_time(string time)
    {
        var answer = JsonSerializer.Deserialize(
            $$"""{ "CodeResult": "100", "Data": { "delivery_time": {{time}}, "status": -1 } }""",
            EsmsJsonContext.Default.GetZaloMessageStatusResponse
        )!;

        Assert.Equal((ZaloDeliveryStatus.Unknown, null), (answer.Delivery.Status, answer.Delivery.DeliveredAt));
    }

    /// <summary>The page has none; this is the shape of all others.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "160", "ErrorMessage": "Too many requests" }""", 160, "Too many requests");

        Assert.Null(refusal.Delivery);
    }
}
