using System.Text.Json.Nodes;

namespace Esms.Emulator.Tests.Published;

/// <summary>The curl commands that the documentation publishes, run by curl against the emulator as they stand there.</summary>
[FullRun("needs curl")]
public sealed class CurlCommandsTests
{
    private const string Brand = "Brandname=QC_ONLINE";
    private const string Viber = "Brandname=BAT DONG SAN GIA TOT";

    /// <summary>Page, operation, code, placeholders that need another value, and why the code is no 100.</summary>
    public static TheoryData<string, string, int, string, string> Commands =>
        new()
        {
            { "check-code", "CheckOtp", 117, "", "The address has a brace too many before the phone number, so no code was made for it." },
            { "check-the-oa-quality", "GetQuality", 100, "", "" },
            { "create-a-call-from-recording-file", "CallWithRecording", 100, "SendDate=2025/01/02 18:00:00", "" },
            { "create-an-auto-call-using-template", "CallWithTemplate", 100, "SendDate=2025/01/02 18:00:00", "" },
            // The page of the call with a code sends the SmsType of the SMS from a fixed number, and the type decides.
            { "create-voice-otp-call", "SendFixedNumber", 100, "SendDate=\"2025-01-02 18:00:00\"", "" },
            { "get-balance", "GetBalance", 100, "", "" },
            {
                "get-callback-data",
                "GetZaloCallbacks",
                100,
                "Refid=4a496110-9fd3-4838-ac8b-bcaa36616f7011|f66545d2-c7e2-4603-984e-d2238c363c8292|d8e0f1f0702544b2acb456ca9ccfd111250;OAId=1090257973118325189",
                ""
            },
            { "get-list-customer-care-templates", "GetSmsTemplates", 100, "", "" },
            { "get-list-oa", "GetOfficialAccounts", 100, "", "" },
            { "get-list-registered-brandnames", "GetBrandnames", 100, "", "" },
            { "get-list-templates-of-oa", "GetZaloTemplates", 100, "SmsType=24", "" },
            { "get-list-zalos-followers", "GetFollowers", 100, "", "" },
            { "get-message-details", "GetMessageDetails", 100, "", "" },
            { "get-rating-information-of-zalo-users", "GetRatings", 100, "TemplateID=266986", "" },
            { "get-sms-by-smsid", "GetSendStatus", 100, "", "" },
            { "get-the-daily-quota-of-oa", "GetDailyQuota", 100, "", "" },
            { "get-the-message-status", "GetSentMessages", 100, "", "" },
            { "get-voice-call-status", "CallWithRecording", 100, "SendDate=2025/01/02 18:00:00", "" },
            { "get-zalo-template-details", "GetZaloTemplateDetails", 0, "TemplateId=205644", "" },
            { "get-zns-status-information", "GetZaloMessageStatus", 100, "", "" },
            { "purchase-oa-package", "PurchasePackage", 100, "", "" },
            { "query-list-uid", "GetInteractingUserIds", 100, "", "" },
            {
                "query-zns-status",
                "GetZaloSendStatus",
                105,
                "",
                "The command asks for a message that nobody sent; its page answers about another one."
            },
            { "registering-sms-template", "RegisterSmsTemplate", 100, "", "" },
            { "registering-the-zalo-template", "RegisterZaloTemplate", 100, "SmsType=24", "" },
            { "send-advertising-message", "SendAdvertising", 101, Brand, "The command has the secret key in the place of the API key." },
            {
                "send-advertising-message-using-post-text",
                "SendAdvertisingXml",
                107,
                "BRANDNAME=QC_ONLINE",
                "The command has five numbers; thirty are wanted."
            },
            { "send-auto-generated-sms", "SendOtp", 100, "Content={OTP} la ma xac minh", "" },
            { "send-customer-care-message-using-get", "SendCustomerCareGet", 100, "", "" },
            {
                "send-customer-care-message-using-post-text",
                "SendCustomerCareXml",
                99,
                "",
                "An element opens with two brackets, so the body is no XML."
            },
            { "send-customer-care-message-using-post-x-form", "SendCustomerCareForm", 100, "", "" },
            { "send-fixed-number-using-get", "SendFixedNumberGet", 100, "", "" },
            { "send-fixed-number-with-cheap-price", "SendFixedNumber", 100, "", "" },
            { "send-journey-zns-message", "SendZaloJourney", 100, "", "" },
            { "send-message-via-viber", "SendViber", 100, Viber, "" },
            { "send-message-via-zalo", "SendZaloTemplateV5", 100, "", "" },
            { "send-message-via-zalo-by-uid", "SendZaloTemplateToUser", 100, "", "" },
            { "send-message-via-zalo-hash-phone", "SendZaloTemplateToPhoneHash", 100, "", "" },
            { "send-message-via-zalo-v6", "SendZaloTemplate", 100, "", "" },
            { "send-multi-channel-message-via-zalo-and-sms", "SendZaloThenSms", 100, "", "" },
            { "send-otp-customer-care-message", "SendCustomerCare", 100, "", "" },
            { "send-personized-message-via-zalo", "SendZaloTemplateBulk", 100, "", "" },
            { "send-viber-message-using-get", "SendViberGet", 100, Viber, "" },
            { "send-zalo-message-consulting-button", "SendZaloButtons", 100, "", "" },
            { "send-zalo-message-consulting-in-text-form", "SendZaloText", 100, "", "" },
            { "send-zalo-message-full-template", "SendZaloFullText", 100, "SmsType=25", "" },
            { "send-zalo-message-old-version", "SendZaloTemplateV4", 100, "", "" },
            {
                "send-zalo-message-using-post-x-form",
                "SendAdvertisingXml",
                107,
                "BRANDNAME=QC_ONLINE",
                "The page shows the command of another page, which has five numbers."
            },
            { "send-zalo-message-with-attached-photo", "SendZaloPhoto", 100, "", "" },
            { "send-zalo-messages-to-request-users-information", "SendZaloInformationForm", 100, "", "" },
            { "send-zalo-trading-message", "SendZaloTransaction", 100, "", "" },
            { "summary-your-advertising-submit", "EstimateAdvertisingPrice", 100, "BRANDNAME=QC_ONLINE", "" },
            { "summary-your-customer-care-submit", "EstimateCustomerCarePrice", 100, "", "" },
            { "summary-zalo-message", "EstimateZaloPrice", 100, "", "" },
            { "the-multichannel-auto-generated-otp", "SendMultiChannelOtp", 100, "", "" },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task It_is_answered(string page, string operation, int code, string special, string why)
    {
        await using var esms = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var values = special
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .ToDictionary(static pair => pair[0], static pair => pair[1]);

        var answer = JsonNode.Parse(await CurlCommand.RunAsync(page, esms.Options, values))!.AsObject();

        var request = Assert.Single(esms.Requests);
        Assert.True((request.Operation, request.Code) == (operation, code), $"{request} {answer.ToJsonString()}");
        Assert.Empty(request.UnknownFields);
        Assert.Equal(code is 100 or 0, why.Length == 0);
        Assert.Equal(
            code == 100 && operation.StartsWith("Send", StringComparison.Ordinal),
            esms.Messages.Any(message => message.Channel != EmulatedChannel.Voice)
        );
    }

    [Fact]
    public void No_published_command_is_left_out() =>
        Assert.Equal(
            Directory.GetFiles(CurlCommand.Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Commands.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal)
        );
}
