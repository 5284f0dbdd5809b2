using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>What makes a message.</summary>
internal static class SendRules
{
    /// <summary>A call that makes one message.</summary>
    public static Reply Single(Call call) => Answer(call, DraftReader.Read(call));

    /// <summary>A Zalo message, and an SMS if Zalo fails. Each channel has values of its own; the recipient stands above them.</summary>
    public static Reply ZaloThenSms(Call call)
    {
        if (call.Values.Objects("Data") is not [var zalo, var sms])
            return Reply.Refused(EsmsResultCode.InvalidData, "Data has not two channels");
        var whole = DraftReader.Read(call);
        var isTrial = zalo.IsSandbox || sms.IsSandbox;
        var draft = DraftReader.Read(call.Endpoint, zalo) with
        {
            Recipients = whole.Recipients,
            InvalidRecipients = whole.InvalidRecipients,
            IsSandbox = isTrial,
            Request = whole.Request,
        };
        var fallback = DraftReader.Read(call.Endpoint, sms) with
        {
            Recipients = whole.Recipients,
            Channel = EmulatedChannel.Sms,
            Type = MessageTypes.CustomerCare,
            IsSandbox = isTrial,
        };
        if (DraftChecks.Find(fallback, call.World.Catalogue) is { } wrong)
            return wrong;
        return Answer(call, draft with { Fallback = fallback }, fallback.RequestId is { } second && second != draft.RequestId ? [second] : []);
    }

    /// <summary>The same address with the SMS alone.</summary>
    public static Reply OnlySms(Call call)
    {
        if (call.Values.Objects("Data") is not [var sms])
            return Reply.Refused(EsmsResultCode.InvalidData, "Data has not one channel");
        var whole = DraftReader.Read(call);
        return Answer(
            call,
            DraftReader.Read(call.Endpoint, sms) with
            {
                Recipients = whole.Recipients,
                InvalidRecipients = whole.InvalidRecipients,
                Request = whole.Request,
            }
        );
    }

    /// <summary>One template, and many messages, each of which is accepted or refused by itself.</summary>
    public static Reply Bulk(Call call)
    {
        var whole = DraftReader.Read(call);
        var published = SampleMatch.Exact(call.Endpoint, call.Wire) is { Request: not null } sample
            ? PublishedSample.Of(sample).Response["detail"]!.AsArray()
            : [];
        var results = call
            .Values.Objects("Messages")
            .Select(
                (values, place) =>
                {
                    var own = DraftReader.Read(call.Endpoint, values);
                    var draft = whole with
                    {
                        Recipients = own.Recipients,
                        InvalidRecipients = own.InvalidRecipients,
                        RequestId = own.RequestId,
                        Content = own.Content,
                        Request = DraftReader.RequestOf(call.Endpoint, values.Wire), // Its own part: five hundred whole requests would be stored otherwise.
                    };
                    var result = MessageAcceptor.Accept(draft, call, published.ElementAtOrDefault(place)?["SMSID"]?.ToString());
                    return (Phone: values.Text("Phone") ?? string.Empty, result.Id, result.Refusal);
                }
            )
            .ToList();
        // What is wrong with the template or the Official Account is wrong with all of them, and refuses the call.
        if (
            results.TrueForAll(static result => result.Refusal is not null)
            && results[0].Refusal!.Code is not (EsmsResultCode.InvalidPhone or EsmsResultCode.DuplicateRequestId)
        )
            return results[0].Refusal!;
        return Reply.Accepted(
            BulkAnswer(call.Endpoint, results, published),
            whole.IsSandbox ? null : results.Find(static result => result.Refusal is null).Id
        );
    }

    private static Reply Answer(Call call, MessageDraft draft, params IReadOnlyList<string> furtherRequestIds)
    {
        var published = SampleMatch.Exact(call.Endpoint, call.Wire) is { Request: not null } sample ? PublishedSample.Of(sample).Response : null;
        var wire = call.Endpoint.ResponseField("SmsId")!.Wire;
        var result = MessageAcceptor.Accept(draft, call, published?[wire]?.ToString(), furtherRequestIds);
        return result.Refusal ?? Reply.Accepted(AnswerShape.Accepted(call.Endpoint).Set(wire, result.Id), draft.IsSandbox ? null : result.Id);
    }

    /// <summary>The page has two results for the three messages of its request; so has the answer to that very request here.</summary>
    private static JsonObject BulkAnswer(EndpointModel endpoint, List<(string Phone, string Id, Reply? Refusal)> results, JsonArray published)
    {
        var shown =
            published.Count > 0 && results.Zip(published).All(static pair => pair.First.Id == pair.Second?["SMSID"]?.ToString())
                ? results.Take(published.Count).ToList()
                : results;
        var refused = shown.Count(static result => result.Refusal is not null);
        var answer = AnswerShape.Accepted(endpoint);
        if (refused > 0)
            answer = answer.With("TotalFail", refused, before: "TotalSuccess");
        answer["TotalSuccess"] = shown.Count - refused;
        answer["detail"] = new JsonArray(
            [
                .. shown.Select(static result =>
                    result.Refusal is { } refusal
                        ? new JsonObject
                        {
                            ["CodeResult"] = ((int)refusal.Code).ToString(System.Globalization.CultureInfo.InvariantCulture),
                            ["Phone"] = result.Phone,
                            ["ErrorMessage"] =
                                refusal.Code == EsmsResultCode.InvalidPhone ? $"The phone number {result.Phone} is not valid." : refusal.Why,
                        }
                        : new JsonObject
                        {
                            ["CodeResult"] = "100",
                            ["Phone"] = result.Phone,
                            ["SMSID"] = result.Id,
                        }
                ),
            ]
        );
        return answer;
    }
}
