using System.Globalization;

namespace Esms.Tests.Samples;

public sealed class SendAdvertisingTests
{
    internal static readonly SampleCall<SendAdvertisingResponse> Call = Send(Phones(30));

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendMultipleSMSBrandname_json/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "Brandname": "QC_ONLINE",
                "Content": "Baotrixemay giam 20% phi bao duong trong thang 8. Tu choi soan TC gui 0901888484",
                "Phones": [
                    "0900000001", "0900000002", "0900000003", "0900000004", "0900000005", "0900000006", "0900000007", "0900000008", "0900000009", "0900000010",
                    "0900000011", "0900000012", "0900000013", "0900000014", "0900000015", "0900000016", "0900000017", "0900000018", "0900000019", "0900000020",
                    "0900000021", "0900000022", "0900000023", "0900000024", "0900000025", "0900000026", "0900000027", "0900000028", "0900000029", "0900000030"
                ],
                "SmsType": "1",
                "SendDate": "2025-01-02 18:00:00",
                "CallbackUrl": "https://esms.vn/webhook/",
                "Sandbox":"0",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2"
            }
            """
        );

    [Fact]
    public async Task The_campaign_of_the_table_is_sent_too_and_what_is_not_given_is_left_out()
    {
        var call = new SampleCall<SendAdvertisingResponse>(
            EsmsJsonContext.Default.SendAdvertisingResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Sms.SendAdvertisingAsync(
                    new SendAdvertisingRequest
                    {
                        Brandname = "QC_ONLINE",
                        Content = "Giam gia",
                        Phones = [.. Enumerable.Repeat("0901888484", 30)],
                        CampaignId = "khuyến mãi",
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendMultipleSMSBrandname_json/",
            $$$"""
            {
                "ApiKey": "{{ApiKey}}", "SecretKey": "{{SecretKey}}", "Brandname": "QC_ONLINE", "Content": "Giam gia",
                "Phones": [{{{string.Join(',', Enumerable.Repeat("\"0901888484\"", 30))}}}], "SmsType": "1", "campaignid": "khuyến mãi",
                "RequestId": "{{RequestId}}"
            }
            """
        );
    }

    [Theory]
    [InlineData(29)]
    [InlineData(5001)]
    public async Task Fewer_or_more_numbers_than_the_service_takes_are_not_sent(int count)
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var request = new SendAdvertisingRequest
        {
            Brandname = "QC_ONLINE",
            Content = "Giam gia",
            Phones = Phones(count),
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Sms.SendAdvertisingAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal("Phones", exception.ParamName);
    }

    [Fact]
    public async Task A_trial_may_have_three_numbers()
    {
        var call = new SampleCall<SendAdvertisingResponse>(
            EsmsJsonContext.Default.SendAdvertisingResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Sms.SendAdvertisingAsync(
                    new SendAdvertisingRequest
                    {
                        Brandname = "QC_ONLINE",
                        Content = "Giam gia",
                        Phones = Phones(3),
                        Sandbox = true,
                    },
                    cancellation
                )
        );

        Assert.Contains("\"Phones\":[\"0900000001\",\"0900000002\",\"0900000003\"]", (await call.RequestAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(5001, true)]
    [InlineData(3, false)]
    [InlineData(3, null)]
    public async Task Only_a_trial_has_fewer_numbers_and_none_has_no_number_or_too_many(int count, bool? isTrial)
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var request = new SendAdvertisingRequest
        {
            Brandname = "QC_ONLINE",
            Content = "Giam gia",
            Phones = Phones(count),
            Sandbox = isTrial,
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Sms.SendAdvertisingAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal("Phones", exception.ParamName);
    }

    [Fact]
    public async Task As_many_numbers_as_the_service_takes_are_sent() =>
        Assert.Contains("\"0900005000\"]", (await Send(Phones(5000)).RequestAsync()).Body, StringComparison.Ordinal);

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Theory]
    [InlineData(101, "Authorize Failed")]
    [InlineData(107, "Each request has at least 30 numbers to be approved")]
    [InlineData(124, "Request exist 1")]
    public async Task A_published_refusal_is_an_exception(int code, string message)
    {
        var refusal = await Call.RefusalAsync(
            $$"""{ "CodeResult": "{{code}}", "CountRegenerate": 0, "ErrorMessage": "{{message}}" }""",
            code,
            message
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    private static string[] Phones(int count) =>
        [.. Enumerable.Range(900_000_001, count).Select(static number => number.ToString("D10", CultureInfo.InvariantCulture))];

    private static SampleCall<SendAdvertisingResponse> Send(string[] phones) =>
        new(
            EsmsJsonContext.Default.SendAdvertisingResponse,
            """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
            (esms, cancellation) =>
                esms.Sms.SendAdvertisingAsync(
                    new SendAdvertisingRequest
                    {
                        Brandname = "QC_ONLINE",
                        Content = "Baotrixemay giam 20% phi bao duong trong thang 8. Tu choi soan TC gui 0901888484",
                        Phones = phones,
                        SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                        CallbackUrl = "https://esms.vn/webhook/",
                        Sandbox = false,
                        RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    },
                    cancellation
                )
        );
}
