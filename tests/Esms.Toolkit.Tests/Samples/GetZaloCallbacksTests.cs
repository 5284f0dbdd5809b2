using System.Globalization;

namespace Esms.Tests.Samples;

public sealed class GetZaloCallbacksTests
{
    private const string ErrorInfo = "{\"error\":-124,\"message\":\"Access token is invalid\"}Object reference not set to an instance of an object.";

    private const string Published = """
        {
            "Code": 100,
            "Message": "Success",
            "Data_callback": [
                {
                    "SMSID": "4a496110-9fd3-4838-ac8b-bcaa36616f7011",
                    "SendFailed": 1,
                    "SendSuccess": 0,
                    "SendStatus": 5,
                    "TotalPrice": 0.0,
                    "TotalReceiver": 1,
                    "TotalSent": 1,
                    "RequestId": null,
                    "TypeId": 25,
                    "Telcoid": 1,
                    "PhoneNumber": "0909090909",
                    "CallbackUrl": "https://api.esms.vn/zalo-zns/zns/receive-callback",
                    "Partnerids": "7984e9b198c40e9957d6",
                    "ErrorInfo": "{\"error\":-124,\"message\":\"Access token is invalid\"}Object reference not set to an instance of an object.",
                    "OAId": "1090257973118325189",
                    "ZnsTempId": "228386"
                }
            ]
        }
        """;

    internal static readonly SampleCall<GetZaloCallbacksResponse> Call = new(
        EsmsJsonContext.Default.GetZaloCallbacksResponse,
        Published,
        static (esms, cancellation) =>
            esms.Messages.GetZaloCallbacksAsync(
                ["4a496110-9fd3-4838-ac8b-bcaa36616f7011", "f66545d2-c7e2-4603-984e-d2238c363c8292", "d8e0f1f0702544b2acb456ca9ccfd111250"],
                "1090257973118325189",
                cancellation
            ),
        // A typed answer does not tell a member that is null from one that is absent, and writes neither.
        writtenBack: Published.Replace("\"RequestId\": null,", string.Empty, StringComparison.Ordinal)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/ZaloCallback/GetCallback",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "ListRefid": [
                    "4a496110-9fd3-4838-ac8b-bcaa36616f7011",
                    "f66545d2-c7e2-4603-984e-d2238c363c8292",
                    "d8e0f1f0702544b2acb456ca9ccfd111250"
                ],
                "OAId": "1090257973118325189"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal("Success", answer.ServiceMessage);
        var callback = Assert.Single(answer.Callbacks);
        Assert.Equal(("4a496110-9fd3-4838-ac8b-bcaa36616f7011", SendStatus.Finished), (callback.SmsId, callback.SendStatus));
        Assert.Equal((1, 0, 1, 1), (callback.SendFailed, callback.SendSuccess, callback.TotalReceivers, callback.TotalSent));
        Assert.Equal("0.0", callback.TotalPrice?.ToString(CultureInfo.InvariantCulture));
        Assert.Null(callback.RequestId);
        Assert.Equal((MessageType.ZaloNormal, Telco.Viettel, "0909090909"), (callback.MessageType, callback.Telco, callback.PhoneNumber));
        Assert.Equal(("https://api.esms.vn/zalo-zns/zns/receive-callback", "7984e9b198c40e9957d6"), (callback.CallbackUrl, callback.PartnerIds));
        Assert.Equal(("1090257973118325189", "228386"), (callback.OfficialAccountId, callback.TemplateId));
        Assert.Null(callback.UnknownMembers);
    }

    [Fact]
    public async Task The_error_of_Zalo_is_read_out_of_its_text()
    {
        var error = Assert.Single((await Call.AnswerAsync()).Callbacks).ErrorInfo!;

        Assert.Equal((ErrorInfo, "Object reference not set to an instance of an object."), (error.Text, error.Rest));
        Assert.Equal((-124, "Access token is invalid"), (error.Value!.Code, error.Value.Message));
    }

    /// <summary>The page has none; this is the code as a number, as in the accepted answer.</summary>
    [Fact]
    public async Task A_refusal_has_its_code_as_a_number() =>
        await Call.RefusalAsync("""{ "Code": 101, "Message": "Authorize Failed" }""", 101, "Authorize Failed");

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task More_ids_than_the_service_looks_at_are_not_sent(int count)
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Messages.GetZaloCallbacksAsync([.. Enumerable.Repeat("1", count)], "1", TestContext.Current.CancellationToken)
        );

        Assert.Equal("SmsIds", exception.ParamName);
    }
}
