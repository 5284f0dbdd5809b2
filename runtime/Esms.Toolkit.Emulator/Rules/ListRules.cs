using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Emulator;

/// <summary>Look-ups that tell of many messages.</summary>
internal static class ListRules
{
    private const int MaxPage = 500;
    private const int MaxIds = 200;

    public static Reply? SentMessages(Call call) => SentMessages(call, call.Values.Number("PageSize") ?? 0, Sent);

    /// <summary>The older form, which need not name a page and tells the outcome as a yes or no.</summary>
    public static Reply? SentMessagesV1(Call call) =>
        SentMessages(
            call,
            call.Values.Number("PageSize") ?? MaxPage,
            static (shape, message, recipient) =>
                Sent(shape, message, recipient)
                    .Set("SentResult", message.Outcome is EmulatedOutcome.Delivered or EmulatedOutcome.Failed && !recipient.Fails)
                    .Set("SentTime", message.SentAt.ToOffset(FieldValues.Zone).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture))
        );

    private static Reply? SentMessages(Call call, int size, Func<JsonObject, EmulatedMessage, EmulatedRecipient, JsonObject> fill)
    {
        var page = call.Values.Number("Page") ?? 1;
        if (page < 1 || size is < 1 or > MaxPage)
            return Reply.Refused(EsmsResultCode.InvalidPaging, $"Page is 1 or more, PageSize 1 to {MaxPage}");
        var (from, to) = (call.Values.Time("From")!.Value, call.Values.Time("To")!.Value);
        var (total, messages) = call.Store.Messages.Span(
            call.Account.Name,
            call.Values.Number("MessageType"),
            from.ToUnixTimeMilliseconds(),
            to.AddSeconds(1).ToUnixTimeMilliseconds() - 1,
            (page - 1) * size,
            size
        );
        if (total == 0 && SampleMatch.Exact(call.Endpoint, call.Wire) is not null)
            return null;
        var answer = AnswerShape.Accepted(call.Endpoint);
        var shape = AnswerShape.ItemOf(answer, "SentData");
        answer["CountTotal"] = total;
        answer["SentData"] = new JsonArray([.. messages.Select(item => fill(shape.DeepClone().AsObject(), item.Message, item.Recipient))]);
        return Reply.Accepted(answer);
    }

    /// <summary>The callbacks of Zalo messages once more. Only sends that named an address have any.</summary>
    public static Reply? ZaloCallbacks(Call call)
    {
        var account = call.Values.Text("OfficialAccountId");
        var messages = call
            .Values.Texts("SmsIds")
            .Take(MaxIds)
            .Select(call.Store.Messages.Find)
            .OfType<EmulatedMessage>()
            .Where(message =>
                message is { Channel: EmulatedChannel.Zalo, CallbackUrl: not null, Outcome: not EmulatedOutcome.Pending }
                && message.Account == call.Account.Name
                && message.Sender == account
            )
            .ToList();
        if (messages.Count == 0)
            return SampleMatch.Exact(call.Endpoint, call.Wire) is not null
                ? null
                : Reply.Refused(EsmsResultCode.NoData, "none of these messages has had a callback");
        var answer = AnswerShape.Accepted(call.Endpoint);
        var shape = AnswerShape.ItemOf(answer, "Data_callback");
        answer["Data_callback"] = new JsonArray([.. messages.Select(message => Callback(shape.DeepClone().AsObject(), message))]);
        return Reply.Accepted(answer);
    }

    private static JsonObject Sent(JsonObject shape, EmulatedMessage message, EmulatedRecipient recipient)
    {
        var result =
            message.Outcome == EmulatedOutcome.Pending ? 2
            : recipient.Fails || message.Outcome == EmulatedOutcome.Rejected ? 0
            : 1;
        return shape
            .Set("Campaign", message.CampaignId)
            .Set("Content", message.Content)
            .Set("Phone", recipient.Address)
            .Set("ReferenceId", message.Id)
            .Set("SellPrice", result == 0 ? 0m : message.FullPrice / message.RecipientCount)
            .Set("SendResult", result)
            .Set("SendStatus", message.SendStatus)
            .Set("SentTime", string.Create(CultureInfo.InvariantCulture, $"/Date({message.SentAt.ToUnixTimeMilliseconds()}+0700)/"))
            .Set("SmsId", message.Number)
            .Set("SmsType", message.Type);
    }

    private static JsonObject Callback(JsonObject shape, EmulatedMessage message)
    {
        var code = message.ErrorCode ?? 0;
        StatusRules
            .Counters(shape, message)
            .Set("TypeId", message.Type)
            .Set("Telcoid", Phones.OperatorOf(message.Recipient))
            .Set("PhoneNumber", message.Recipient)
            .Set("CallbackUrl", message.CallbackUrl)
            .Set("Partnerids", message.Outcome == EmulatedOutcome.Delivered ? message.ZaloMessageId : string.Empty)
            .Set("ErrorInfo", JsonSerializer.Serialize(new { error = code, message = code == 0 ? "Success" : message.ErrorText }))
            .Set("OAId", message.Sender)
            .Set("ZnsTempId", message.TemplateId);
        shape["RequestId"] = message.RequestId;
        return shape;
    }
}
