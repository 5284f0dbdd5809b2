using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Esms.Tests.Sending;

/// <summary>What gateways say in place of the service: the HTTP status decides, whatever they write below it.</summary>
public sealed class StatusTests
{
    private const string GatewayJson = """{"timestamp":"2026-11-30T10:00:00","status":504,"error":"Gateway Timeout"}""";

    private const string RefusalJson = """{"CodeResult":"104","CountRegenerate":0,"ErrorMessage":"Brandname code is not exists"}""";

    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = "order-1",
    };

    public static MatrixTheoryData<int, string> Open =>
        new([408, 500, 502, 503, 504, 524], [GatewayJson, RefusalJson, "<html>Gateway Timeout</html>", ""]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Open))]
    public async Task A_keyed_send_is_tried_again_and_then_unknown(int status, string body)
    {
        await using var service = await FlakyService.StartAsync([.. Enumerable.Repeat(Say(status, body), 4)]);
        using var esms = new EsmsClient(service.Options);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.Equal(4, service.Received.Count);
        Assert.All(unknown.Tries, one => Assert.Equal(status, (int)Assert.IsType<EsmsTransportException>(one).StatusCode!));
        Assert.Equal(
            $"SendCustomerCare: HTTP status {status} was the answer, which does not say what became of the send, so eSMS may have accepted the send or not (4 tries). SettleAsync finds out.",
            unknown.Message
        );
    }

    /// <summary>408 too: a gateway that says so may have passed the request on before.</summary>
    [Theory]
    [MemberData(nameof(Open))]
    public async Task What_could_send_twice_is_unknown_after_one_try(int status, string body)
    {
        await using var service = await FlakyService.StartAsync(Say(status, body));
        using var esms = new EsmsClient(service.Options);

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));

        Assert.Single(service.Received);
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task A_call_that_reads_is_tried_again(int status, string body)
    {
        await using var service = await FlakyService.StartAsync(Say(status, body));
        using var esms = new EsmsClient(service.Options);

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal(2, service.Received.Count);
    }

    /// <summary>What says one thing by its status and another in its body is believed in neither.</summary>
    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(404)]
    public async Task A_success_below_an_error_is_unknown(int status)
    {
        const string Success = """{"CodeResult":"100","SMSID":"1","detail":[],"CountRegenerate":0}""";
        await using var service = await FlakyService.StartAsync(Say(status, Success), Say(status, Success));
        using var esms = new EsmsClient(service.Options);

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Equal(2, service.Received.Count);
    }

    [Theory]
    [InlineData(GatewayJson)]
    [InlineData(RefusalJson)]
    [InlineData("<html>Too many</html>")]
    [InlineData("")]
    public async Task Too_many_requests_means_that_nothing_was_done(string body)
    {
        await using var service = await FlakyService.StartAsync(Say(429, body), Say(429, body));
        using var esms = new EsmsClient(service.Options);

        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.False((await esms.Sms.SendCustomerCareAsync(Message, Cancellation)).WasAlreadyAccepted);

        Assert.Equal((1, 3), (service.Accepted, service.Received.Count));
    }

    private static FlakyService.Step Say(int status, string body) =>
        (context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };
}
