using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Receiving;

/// <summary>The kinds of calls that eSMS makes.</summary>
internal static class CallbackKinds
{
    public static CallbackKind<DeliveryCallback> Delivery(EsmsCallbackOptions options) =>
        new(nameof(DeliveryCallback), DeliveryCallback.Parse, static call => call.SmsId)
        {
            Ask = options.ConfirmByAsking ? (services, call, end) => AskAsync(Client(services, options.Account), call, end) : null,
        };

    public static CallbackKind<VoiceCallback> Voice(EsmsCallbackOptions options) =>
        new(nameof(VoiceCallback), VoiceCallback.Parse, static call => call.ReferenceId)
        {
            Ask = options.ConfirmByAsking ? (services, call, end) => AskAsync(Client(services, options.Account), call, end) : null,
        };

    /// <exception cref="InvalidOperationException">The private key is not set.</exception>
    public static CallbackKind<ShortNumberMessage> ShortNumber(EsmsCallbackOptions options)
    {
        var key =
            options.ShortNumberPrivateKey
            ?? throw new InvalidOperationException(
                $"{nameof(EsmsCallbackOptions)}: {nameof(EsmsCallbackOptions.ShortNumberPrivateKey)} is not set, and messages to short numbers are signed with it."
            );
        return new(nameof(ShortNumberMessage), ShortNumberMessage.Parse, static call => call.SmsId)
        {
            IsSigned = call => call.HasValidSignature(key),
            SignedParameters = ShortNumberMessage.SignedParameters,
            ReplyType = "text/xml; charset=utf-8",
        };
    }

    private static EsmsClient Client(IServiceProvider services, string? account) =>
        account is null ? services.GetRequiredService<EsmsClient>() : services.GetRequiredKeyedService<EsmsClient>(account);

    private static async Task<Confirmation> AskAsync(EsmsClient esms, DeliveryCallback call, CancellationToken cancellationToken)
    {
        var status = await esms.Messages.GetSendStatusAsync(call.SmsId, cancellationToken).ConfigureAwait(false);
        var isSame =
            (call.SendStatus, call.SendSuccess, call.SendFailed, call.TotalSent, call.TotalReceivers, call.TotalPrice)
            == (status.SendStatus, status.SendSuccess, status.SendFailed, status.TotalSent, status.TotalReceivers, status.TotalPrice);
        return new Confirmation(
            isSame,
            SendProgress.Compare(SendProgress.Of(status), SendProgress.Of(call)),
            new Dictionary<string, string?>
            {
                ["SendStatus"] = Text((int?)status.SendStatus),
                ["SendSuccess"] = Text(status.SendSuccess),
                ["SendFailed"] = Text(status.SendFailed),
                ["TotalSent"] = Text(status.TotalSent),
                ["TotalReceiver"] = Text(status.TotalReceivers),
                ["TotalPrice"] = status.TotalPrice?.ToString(CultureInfo.InvariantCulture),
            }
        );
    }

    private static async Task<Confirmation> AskAsync(EsmsClient esms, VoiceCallback call, CancellationToken cancellationToken)
    {
        var status = await esms.Voice.GetCallStatusAsync(call.ReferenceId, cancellationToken).ConfigureAwait(false);
        var isSame =
            (call.SendStatus, call.IsSent, call.CallDuration, call.CallStatus, call.PressedKey)
            == (status.SendStatus, status.SentResult, status.CallDuration, NullIfEmpty(status.CallStatus), NullIfEmpty(status.PressedKey));
        return new Confirmation(
            isSame,
            SendProgress.Compare(new(status.SendStatus), new(call.SendStatus)),
            new Dictionary<string, string?>
            {
                ["SendStatus"] = Text((int?)status.SendStatus),
                ["SentResult"] = status.SentResult is { } isSent ? (isSent ? "1" : "0") : null,
                ["CallDuration"] = Text(status.CallDuration),
                ["CallStatus"] = status.CallStatus,
                ["Ivr"] = status.PressedKey,
            }
        );
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
