using System.Text.Json.Nodes;

namespace Esms.Emulator;

/// <summary>What look-ups tell of one message. A rule that does not know it says nothing, and then the samples are asked.</summary>
internal static class StatusRules
{
    public static Reply? SendStatus(Call call) =>
        Find(call, "SmsId") is not { } message ? null : Reply.Accepted(Counters(AnswerShape.Accepted(call.Endpoint), message));

    public static Reply? Details(Call call)
    {
        if (Find(call, "SmsId") is not { } message)
            return null;
        var answer = AnswerShape.Accepted(call.Endpoint);
        var shape = AnswerShape.ItemOf(answer, "ReceiverList");
        answer["ReceiverList"] = new JsonArray(
            [
                .. call
                    .Store.Messages.RecipientsOf(message.Number)
                    .Select(recipient =>
                        shape
                            .DeepClone()
                            .AsObject()
                            .Set("IsSent", message.SendStatus is SendStatuses.WaitingForReport or SendStatuses.Finished)
                            .Set("NetworkName", Phones.NameOf(recipient.Operator))
                            .Set("Phone", recipient.Address)
                            .Set("Retry", 0)
                            .Set("SentResult", message.SendStatus == SendStatuses.Finished && !recipient.Fails)
                    ),
            ]
        );
        return Reply.Accepted(answer);
    }

    public static Reply? ZaloSend(Call call)
    {
        if (call.Values.Number("MessageType") is not (MessageTypes.ZaloPriority or MessageTypes.ZaloNormal))
            return Reply.Refused(EsmsResultCode.UnsupportedMessageType, "SmsType is neither 24 nor 25");
        if (Find(call, "SmsId") is not { Channel: EmulatedChannel.Zalo } message)
            return null;
        var answer = AnswerShape.Accepted(call.Endpoint);
        var isOver = message.Outcome != EmulatedOutcome.Pending;
        Counters(answer["Data"]!.AsObject(), message)
            .Set("FinalStatus", isOver)
            .Set("ErrorInfo", isOver ? message.ErrorCode ?? 0 : null)
            .Set("ZaloMsgId", message.ZaloMessageId);
        return Reply.Accepted(answer);
    }

    /// <summary>By the id that the message has at Zalo. One that nobody knows is answered too, as unknown.</summary>
    public static Reply? ZaloMessage(Call call)
    {
        var message = call.Store.Messages.FindByZaloId(call.Values.Text("ZaloMessageId")!);
        if (message?.Account != call.Account.Name || message.Sender != call.Values.Text("OfficialAccountId"))
            message = null;
        if (message is null && SampleMatch.Exact(call.Endpoint, call.Wire) is not null)
            return null;
        var answer = AnswerShape.Accepted(call.Endpoint);
        var isDelivered = message?.Outcome == EmulatedOutcome.Delivered;
        var delivery = answer["Data"]!
            .AsObject()
            .Set("delivery_time", isDelivered ? message!.FinishedAt.ToUnixTimeMilliseconds() : "null")
            .Set(
                "status",
                message is null ? -1
                    : isDelivered ? 1
                    : 0
            );
        if (!isDelivered)
            delivery.Set("message", message is null ? "The message does not exist" : "The message was not delivered yet");
        return Reply.Accepted(answer);
    }

    public static Reply? Voice(Call call)
    {
        if (Find(call, "SmsId") is not { Channel: EmulatedChannel.Voice } message)
            return null;
        var isOver = message.Outcome != EmulatedOutcome.Pending;
        return Reply.Accepted(
            AnswerShape
                .Accepted(call.Endpoint)
                .Set("CallDuration", message.Outcome == EmulatedOutcome.Delivered ? VoiceCalls.Seconds : 0)
                .Set(
                    "CallStatus",
                    !isOver ? string.Empty
                        : message.Outcome == EmulatedOutcome.Delivered ? "ANSWERED"
                        : "NOANSWERED"
                )
                .Set("ReferenceId", call.Values.Text("SmsId"))
                .Set("SendStatus", message.SendStatus)
                .Set("SentResult", message.Outcome == EmulatedOutcome.Delivered)
        );
    }

    /// <summary>The counters that all of them share, by their one spelling.</summary>
    public static JsonObject Counters(JsonObject answer, EmulatedMessage message)
    {
        var counts = MessageCounts.Of(message);
        return answer
            .Set("SMSID", message.Id)
            .Set("SendFailed", counts.Failed)
            .Set("SendStatus", message.SendStatus)
            .Set("SendSuccess", counts.Delivered)
            .Set("TotalPrice", message.Price)
            .Set("TotalReceiver", message.RecipientCount)
            .Set("TotalSent", counts.Sent);
    }

    /// <returns>Null for what the account did not send, for what is too old for this look-up, and for what was sent a moment ago.</returns>
    private static EmulatedMessage? Find(Call call, string name)
    {
        if (call.Store.Messages.Find(call.Values.Text(name)!) is not { } message || message.Account != call.Account.Name)
            return null;
        var age = call.World.Clock.GetUtcNow() - message.AcceptedAt;
        var isKept = call.Endpoint.Limits.DaysKept is not { } days || age <= TimeSpan.FromDays(days);
        return isKept && age >= call.World.Options.Pace.Unknown ? message : null;
    }
}

/// <summary>How many messages of a send went out, and what became of them.</summary>
internal sealed record MessageCounts(int Sent, int Delivered, int Failed)
{
    public static MessageCounts Of(EmulatedMessage message) =>
        message.SendStatus switch
        {
            SendStatuses.WaitingForReport => new(message.RecipientCount, 0, 0),
            // Of a message that Zalo refuses nothing was sent, as its callback tells.
            SendStatuses.Finished => new(
                message.Channel == EmulatedChannel.Zalo ? message.RecipientCount - message.FailingCount : message.RecipientCount,
                message.RecipientCount - message.FailingCount,
                message.FailingCount
            ),
            SendStatuses.Rejected => new(0, 0, message.RecipientCount),
            _ => new(0, 0, 0),
        };
}

/// <summary>What is told of every call.</summary>
internal static class VoiceCalls
{
    public const int Seconds = 13;

    public const string Number = "02871002454";
}
