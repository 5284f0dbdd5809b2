using System.Globalization;
using System.Security.Cryptography;

namespace Esms.Emulator;

/// <summary>Takes a message over: checks it, charges it, and stores it with its whole course.</summary>
internal static class MessageAcceptor
{
    /// <summary>What Zalo says of a recipient that it does not reach; published with a callback.</summary>
    private const int ZaloFailure = -114;

    private const string ZaloFailureText = "User is inactive, or reject the message, or using an outdated Zalo version, or other internal errors";

    /// <summary>How an acceptance ended.</summary>
    /// <param name="Refusal">Null when the message was accepted.</param>
    internal sealed record Result(string Id, Reply? Refusal);

    /// <param name="publishedId">The id that the published answer to this very request has; it is taken when it is free.</param>
    /// <param name="furtherRequestIds">Request ids that are used up with that of the draft.</param>
    public static Result Accept(MessageDraft draft, Call call, string? publishedId = null, params IReadOnlyList<string> furtherRequestIds)
    {
        var id = publishedId is not null && !call.Store.Messages.Has(publishedId) ? publishedId : NewId(call.Account);
        if (DraftChecks.Find(draft, call.World.Catalogue) is { } wrong)
            return new Result(id, WithId(wrong, id));
        IReadOnlyList<string> requestIds = [.. furtherRequestIds, .. draft.RequestId is { } own ? new[] { own } : []];
        var (sent, refusal) = call.Store.Transact(() =>
            FindRepeat(call, requestIds) is { } repeat ? (null, repeat)
            : draft.IsSandbox ? Try(call, requestIds)
            : Store(draft, call, id, requestIds)
        );
        if (sent is not null)
            call.World.Changes.Accepted(sent);
        return new Result(id, refusal);
    }

    /// <summary>As the service makes them: 32 hexadecimal digits and a few more digits. They mean nothing.</summary>
    private static string NewId(EmulatorAccount account) =>
        Guid.NewGuid().ToString("N") + (account.UserId % 1000).ToString(CultureInfo.InvariantCulture);

    /// <summary>A text that follows no template is refused with a message id all the same.</summary>
    private static Reply WithId(Reply refusal, string id) =>
        refusal.Code == EsmsResultCode.TemplateMismatch ? Reply.Refused(refusal.Code, refusal.Why!, ("SmsId", id)) : refusal;

    /// <returns>The refusal of a request id that was used within 24 hours; null when all of them are new.</returns>
    private static Reply? FindRepeat(Call call, IReadOnlyList<string> requestIds)
    {
        foreach (var requestId in requestIds)
        {
            switch (call.Store.RequestIds.Find(call.Account.Name, requestId))
            {
                case null:
                    break;
                case RequestIdTable.Trial:
                    return Reply.Refused(
                        EsmsResultCode.DuplicateRequestId,
                        $"RequestId {requestId} was used by a trial within 24 hours; give the live send another one"
                    );
                case var first:
                    return Reply.Refused(
                        EsmsResultCode.DuplicateRequestId,
                        $"RequestId {requestId} made message {first} within 24 hours",
                        ("SendStatus", call.Store.Messages.Find(first)?.SendStatus ?? SendStatuses.Finished)
                    );
            }
        }
        return null;
    }

    /// <summary>A trial stores nothing but its request ids, by which the service refuses the live send too.</summary>
    private static (EmulatedMessage? Message, Reply? Refusal) Try(Call call, IReadOnlyList<string> requestIds)
    {
        foreach (var requestId in requestIds)
            call.Store.RequestIds.Add(call.Account.Name, requestId, RequestIdTable.Trial);
        return (null, null);
    }

    private static (EmulatedMessage? Message, Reply? Refusal) Store(MessageDraft draft, Call call, string id, IReadOnlyList<string> requestIds)
    {
        var plan = ChannelOf(draft, call.World.Catalogue);
        var price = plan.PriceOf(call.World.Catalogue.Prices);
        var total = price * plan.Recipients.Count;
        if (!call.Store.Ledger.TryCharge(call.Account, total))
            return (null, Reply.Refused(EsmsResultCode.BalanceTooLow, $"the message costs {total.ToString(CultureInfo.InvariantCulture)} đồng"));
        var recipients = plan.Recipients.Select(address => RecipientOf(address, plan, call.World.Catalogue)).ToList();
        var message = MessageOf(plan, call, id, recipients) with { FullPrice = total };
        var number = call.Store.Messages.Insert(message, recipients, price * message.FailingCount);
        foreach (var requestId in requestIds)
            call.Store.RequestIds.Add(call.Account.Name, requestId, id);
        if (draft.OneTimeCode is { } code)
            call.Store.Codes.Add(call.Account.Name, Phones.Plain(draft.Recipients[0]), code, draft.CodeIsValidFor);
        return (message with { Number = number }, null);
    }

    /// <summary>A message whose recipient Zalo does not reach goes out as its SMS at once.</summary>
    private static MessageDraft ChannelOf(MessageDraft draft, EmulatorCatalogue catalogue) =>
        draft.Fallback is { } sms && draft.Recipients.Any(address => Fails(address, catalogue))
            ? sms with
            {
                Recipients = draft.Recipients,
                Request = draft.Request,
            }
            : draft;

    private static EmulatedRecipient RecipientOf(string address, MessageDraft draft, EmulatorCatalogue catalogue) =>
        new(
            address,
            draft.HasPhones ? Phones.OperatorOf(address) : Phones.NoOperator,
            // The SMS in the place of a Zalo message arrives, though Zalo does not reach that recipient.
            Fails(address, catalogue) && !(draft.Operation == "SendZaloThenSms" && draft.Channel == EmulatedChannel.Sms)
        );

    private static bool Fails(string address, EmulatorCatalogue catalogue) =>
        catalogue.FailingRecipients.Any(failing => Phones.Plain(failing) == Phones.Plain(address));

    private static EmulatedMessage MessageOf(MessageDraft draft, Call call, string id, List<EmulatedRecipient> recipients)
    {
        var pace = call.World.Options.Pace;
        var accepted = call.World.Clock.GetUtcNow();
        var approved = accepted + pace.Review;
        var sent = (draft.SendDate > approved ? draft.SendDate.Value.ToUniversalTime() : approved) + pace.Queue;
        var failing = recipients.Count(static recipient => recipient.Fails);
        var isZalo = draft.Channel == EmulatedChannel.Zalo;
        return new EmulatedMessage
        {
            Id = id,
            Account = call.Account.Name,
            Operation = draft.Operation,
            Channel = draft.Channel,
            Type = draft.Type,
            Recipient = recipients[0].Address,
            RecipientCount = recipients.Count,
            FailingCount = failing,
            Sender = draft.Brandname ?? draft.OfficialAccountId ?? string.Empty,
            TemplateId = draft.TemplateId ?? draft.RecordingId,
            Content = draft.Content,
            IsUnicode = draft.IsUnicode,
            RequestId = draft.RequestId,
            CampaignId = draft.CampaignId,
            CallbackUrl = draft.CallbackUrl,
            ErrorCode = failing > 0 && isZalo ? ZaloFailure : null,
            ErrorText =
                failing == 0 ? null
                : isZalo ? ZaloFailureText
                : "Catalogue:FailingRecipients has the recipient",
            ZaloMessageId = isZalo ? RandomNumberGenerator.GetHexString(20, lowercase: true) : null,
            OneTimeCode = draft.OneTimeCode,
            FallbackContent = draft.Fallback?.Content,
            FallbackSender = draft.Fallback?.Brandname,
            Request = draft.Request,
            AcceptedAt = accepted,
            ApprovedAt = approved,
            SentAt = sent,
            FinishedAt = sent + pace.Report,
        };
    }
}
