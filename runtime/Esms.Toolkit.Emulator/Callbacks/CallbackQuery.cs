using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>
/// The parameters of a callback: those of the published call of the same kind, in their order and encoding, with the values of the message.
/// </summary>
internal static class CallbackQuery
{
    /// <summary>The published calls about followers cut the Zalo id to so many digits.</summary>
    private const int FollowerDigits = 15;

    private const string Delivered = "The message was delivered to the user's phone";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="url">The address that the send named; it may have parameters of its own.</param>
    /// <param name="inbound">The contracts of the calls that the service makes.</param>
    public static string Build(string url, EmulatedMessage message, EmulatedRecipient recipient, IReadOnlyDictionary<string, InboundModel> inbound) =>
        Append(url, Build(message, recipient, inbound));

    /// <summary>What stands behind a # is for browsers and never sent, so parameters behind it would be lost.</summary>
    private static string Append(string url, string parameters)
    {
        var address = url.Split('#')[0].Trim();
        var separator =
            !address.Contains('?', StringComparison.Ordinal) ? "?"
            : address[^1] is '?' or '&' ? string.Empty
            : "&";
        return $"{address}{separator}{parameters}";
    }

    public static string Build(EmulatedMessage message, EmulatedRecipient recipient, IReadOnlyDictionary<string, InboundModel> inbound)
    {
        var call = inbound[message.Channel == EmulatedChannel.Voice ? "VoiceCallback" : "DeliveryCallback"];
        var kind = KindOf(message, recipient);
        var published = call.Samples.First(sample => sample.Name == kind);
        return string.Join(
            '&',
            published.Query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => $"{pair[0]}={ValueOf(pair[0], pair[1], message, recipient)}")
        );
    }

    private static string KindOf(EmulatedMessage message, EmulatedRecipient recipient) =>
        (message.Channel, message.Type) switch
        {
            (EmulatedChannel.Voice, _) => "not answered",
            (_, MessageTypes.Advertising) => "advertising",
            (_, MessageTypes.Viber) => "Viber",
            (_, MessageTypes.ZaloFollower) => "Zalo consulting",
            (_, MessageTypes.ZaloJourney) => "Zalo journey",
            (EmulatedChannel.Zalo, _) => IsZaloUser(recipient) ? "Zalo by UID" : "Zalo (ZNS)",
            _ => "customer care",
        };

    private static bool IsZaloUser(EmulatedRecipient recipient) =>
        recipient.Operator == Phones.NoOperator && recipient.Address.All(char.IsAsciiDigit) && !Phones.IsValid(recipient.Address);

    /// <param name="published">The value in the published call, as it stands in the address.</param>
    private static string ValueOf(string name, string published, EmulatedMessage message, EmulatedRecipient recipient)
    {
        var counts = MessageCounts.Of(message);
        var isDelivered = message.Outcome == EmulatedOutcome.Delivered;
        return name switch
        {
            "SMSID" or "ReferenceId" => Uri.EscapeDataString(message.Id),
            "SendFailed" => Text(counts.Failed),
            "SendSuccess" => Text(counts.Delivered),
            "SendStatus" => Text(message.SendStatus),
            "TotalPrice" or "Price" => message.Price.ToString("0.0000", CultureInfo.InvariantCulture),
            "TotalReceiver" => Text(message.RecipientCount),
            "TotalSent" => Text(counts.Sent),
            "RequestId" => Uri.EscapeDataString(message.RequestId ?? string.Empty),
            "TypeId" => Text(message.Type),
            "telcoid" => Text(recipient.Operator),
            "phonenumber" => Uri.EscapeDataString(
                message.Type == MessageTypes.ZaloFollower && recipient.Address.Length > FollowerDigits
                    ? recipient.Address[..FollowerDigits]
                    : recipient.Address
            ),
            "partnerids" => isDelivered ? message.ZaloMessageId ?? string.Empty : string.Empty,
            "error_info" => ErrorInfo(published, message, recipient),
            "oaid" => Uri.EscapeDataString(message.Sender),
            "tempid" => Uri.EscapeDataString(message.TemplateId ?? string.Empty),
            "CallDuration" => Text(isDelivered ? VoiceCalls.Seconds : 0),
            "CallStatus" => isDelivered ? "ANSWERED" : string.Empty,
            "SentResult" => isDelivered ? "1" : "0",
            "CID" => VoiceCalls.Number,
            _ => string.Empty,
        };
    }

    /// <summary>
    /// Three encodings are published: twice with a date behind it, a JSON text that holds JSON, and plain JSON. Braces stay as they are.
    /// </summary>
    private static string ErrorInfo(string published, EmulatedMessage message, EmulatedRecipient recipient)
    {
        var isTwice = published.StartsWith("%25", StringComparison.Ordinal);
        var isText = published.StartsWith("%22", StringComparison.Ordinal);
        object outcome =
            message.ErrorCode is { } code ? new { error = code, message = message.ErrorText }
            : isTwice
                ? new
                {
                    data = new { message_id = message.ZaloMessageId, user_id = recipient.Address },
                    error = 0,
                    message = "Success",
                }
            : isText ? new { error = 0, message = "Success" }
            : new
            {
                error = 0,
                message = "Success",
                data = new
                {
                    delivery_time = (string?)null,
                    message = Delivered,
                    status = 1,
                },
            };
        var json = JsonSerializer.Serialize(outcome, Relaxed);
        if (isTwice)
        {
            var date = message.FinishedAt.ToOffset(FieldValues.Zone).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            return Uri.EscapeDataString(EscapeOnce($"{json}____{date}"));
        }
        return Uri.EscapeDataString(isText ? JsonSerializer.Serialize(json, Relaxed) : json)
            .Replace("%7B", "{", StringComparison.Ordinal)
            .Replace("%7D", "}", StringComparison.Ordinal);
    }

    /// <summary>The first of the two encodings leaves what an address may have.</summary>
    private static string EscapeOnce(string text) =>
        Uri.EscapeDataString(text)
            .Replace("%3A", ":", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%2F", "/", StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
