using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>
/// Which rule answers which operation. Most sends need no entry: what makes a message is told from the contract. An operation without a rule is
/// answered with its samples.
/// </summary>
internal static class RuleBook
{
    private static readonly Dictionary<string, Func<Call, Reply?>> Rules = new(StringComparer.Ordinal)
    {
        ["SendZaloThenSms"] = SendRules.ZaloThenSms,
        ["SendMultiChannelSms"] = SendRules.OnlySms,
        ["SendZaloTemplateBulk"] = SendRules.Bulk,
        ["SendOtp"] = OtpRules.Sms,
        ["SendMultiChannelOtp"] = OtpRules.MultiChannel,
        ["CheckOtp"] = OtpRules.Check,
        ["GetSendStatus"] = StatusRules.SendStatus,
        ["GetMessageDetails"] = StatusRules.Details,
        ["GetZaloSendStatus"] = StatusRules.ZaloSend,
        ["GetZaloMessageStatus"] = StatusRules.ZaloMessage,
        ["GetCallStatus"] = StatusRules.Voice,
        ["GetSentMessages"] = ListRules.SentMessages,
        ["GetSentMessagesV1"] = ListRules.SentMessagesV1,
        ["GetZaloCallbacks"] = ListRules.ZaloCallbacks,
        ["GetBalance"] = AccountRules.Balance,
        ["GetBalanceGet"] = AccountRules.Balance,
        ["GetBrandnames"] = AccountRules.Brandnames,
        ["GetBrandnamesV2"] = AccountRules.Brandnames,
        ["GetOfficialAccounts"] = AccountRules.OfficialAccounts,
        ["GetSmsTemplates"] = AccountRules.SmsTemplates,
        ["GetZaloTemplates"] = AccountRules.ZaloTemplates,
        ["GetDailyQuota"] = AccountRules.DailyQuota,
        ["EstimateAdvertisingPrice"] = AccountRules.Estimate,
        ["EstimateCustomerCarePrice"] = AccountRules.Estimate,
        ["EstimateZaloPrice"] = AccountRules.Estimate,
    };

    public static Reply Ask(Call call)
    {
        if (Rules.TryGetValue(call.Endpoint.Operation, out var rule))
            return rule(call) ?? FromSample(call, SampleMatch.Exact(call.Endpoint, call.Wire));
        return call.Endpoint.IsSend() && call.Endpoint.ResponseField("SmsId") is not null ? SendRules.Single(call) : FromSample(call, Nearest(call));
    }

    /// <summary>
    /// A call that changes something is answered whatever it says; a look-up only where it asks for what a sample or the emulator knows.
    /// </summary>
    private static Sample? Nearest(Call call) =>
        SampleMatch.Exact(call.Endpoint, call.Wire)
        ?? (
            call.Endpoint.Repeat.Rule != RepeatRule.Safe
                ? call.Endpoint.Samples.FirstOrDefault(call.Endpoint.IsAccepted)
                : SampleMatch.Near(call.Endpoint, call.Wire, (field, text) => IsKnown(call, field, text))
        );

    private static Reply FromSample(Call call, Sample? sample) =>
        sample is not null
            ? Reply.Accepted(AnswerShape.Fill(sample, call.Wire))
            : Reply.Refused(EsmsResultCode.NotFound, "neither the emulator nor a sample of the contract knows what is asked for");

    private static bool IsKnown(Call call, Field field, string text) =>
        field.Name == "OfficialAccountId"
            ? call.World.Catalogue.OfficialAccounts.Any(account => account.Id == text || account.Id == "*")
            : field.Name == "SmsId" && call.Store.Messages.Find(text)?.Account == call.Account.Name;
}
