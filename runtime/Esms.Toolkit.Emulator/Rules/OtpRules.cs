using System.Security.Cryptography;

namespace Esms.Emulator;

/// <summary>One-time codes that the service makes, keeps to itself, and checks.</summary>
internal static class OtpRules
{
    private const int DefaultLength = 6;
    private const int MaxLength = 20;
    private const int DefaultMinutes = 5;
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>By SMS, in a text of the caller.</summary>
    public static Reply Sms(Call call)
    {
        var draft = DraftReader.Read(call);
        var length = Math.Clamp(call.Values.Number("CodeLength") ?? DefaultLength, 1, MaxLength);
        var code = RandomNumberGenerator.GetString(
            call.Values.Text("DigitsOnly") is null || call.Values.Flag("DigitsOnly") ? Digits : Letters,
            length
        );
        return Answer(call, draft with { OneTimeCode = code, Content = draft.Content.Replace("{OTP}", code, StringComparison.Ordinal) });
    }

    /// <summary>By Zalo, or by SMS if that fails, with a template of eSMS.</summary>
    public static Reply MultiChannel(Call call)
    {
        var code = RandomNumberGenerator.GetString(Digits, DefaultLength);
        return Answer(call, DraftReader.Read(call) with { OneTimeCode = code, Content = code });
    }

    public static Reply? Check(Call call)
    {
        var (phone, code) = (call.Values.Text("Phone")!, call.Values.Text("Code")!);
        var (account, plain) = (call.Account.Name, Phones.Plain(phone));
        if (call.Store.Codes.TryUse(account, plain, code))
            return Reply.Accepted(AnswerShape.Accepted(call.Endpoint).Set("ErrorMessage", $"{phone}, Content: Success!"));
        if (!call.Store.Codes.Knows(account, plain) && SampleMatch.Exact(call.Endpoint, call.Wire) is not null)
            return null;
        return Reply.Refused(
            EsmsResultCode.OneTimeCodeInvalid,
            "the code is wrong, used or expired",
            ("ServiceMessage", $"{phone}, Content: {code} Code Invalid")
        );
    }

    private static Reply Answer(Call call, MessageDraft draft)
    {
        var valid = draft with { CodeIsValidFor = TimeSpan.FromMinutes(call.Values.Number("TimeAlive") ?? DefaultMinutes) };
        var wire = call.Endpoint.ResponseField("SmsId")!.Wire;
        var published = SampleMatch.Exact(call.Endpoint, call.Wire) is { Request: not null } sample
            ? PublishedSample.Of(sample).Response[wire]?.ToString()
            : null;
        var result = MessageAcceptor.Accept(valid, call, published);
        return result.Refusal ?? Reply.Accepted(AnswerShape.Accepted(call.Endpoint).Set(wire, result.Id), result.Id);
    }
}
