using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>
/// Reads what a request wants to send out of any contract, by the meaning of its fields: Phone or Phones, UserId, PhoneHash, Content, Brandname,
/// OfficialAccountId, TemplateId, RequestId, CallbackUrl, SendDate. So the send of a new contract joins the others with no rule of its own.
/// </summary>
internal static class DraftReader
{
    private const int MaxRequestLength = 20_000;

    public static MessageDraft Read(Call call) => Read(call.Endpoint, call.Values) with { Request = RequestOf(call.Endpoint, call.Wire) };

    /// <param name="values">Those of the request, or of an object in it.</param>
    public static MessageDraft Read(EndpointModel endpoint, FieldValues values)
    {
        var told = MessageTypes.Of(values);
        var type = told ?? TypeOf(endpoint, values);
        // The type of a message decides how it travels, whoever documents it as what. Only calls have none.
        var channel = told is null && endpoint.Client == "Voice" ? EmulatedChannel.Voice : ChannelOf(type);
        var phones = values.Texts("Phones") is { Count: > 0 } list ? list : values.Texts("Phone");
        var others = new[] { values.Text("UserId"), values.Text("PhoneHash"), values.Node("Payload")?["recipient"]?["user_id"]?.ToString() }
            .OfType<string>()
            .ToList();
        var valid = phones.Where(Phones.IsValid).DistinctBy(Phones.Plain).ToList();
        return new MessageDraft
        {
            Operation = endpoint.Operation,
            Channel = channel,
            Type = type,
            Recipients = others.Count > 0 ? others : valid,
            InvalidRecipients = [.. phones.Except(valid)],
            HasPhones = others.Count == 0,
            Brandname = values.Text("Brandname"),
            OfficialAccountId = values.Text("OfficialAccountId"),
            TemplateId = values.Text("TemplateId"),
            RecordingId = values.Text("RecordingId"),
            Content = ContentOf(values),
            IsUnicode = values.Flag("IsUnicode"),
            RequestId = values.Text("RequestId"),
            CampaignId = values.Text("CampaignId"),
            CallbackUrl = values.Text("CallbackUrl"),
            SendDate = values.Time("SendDate"),
            SendingMode = values.Number("SendingMode"),
            IsSandbox = values.IsSandbox,
        };
    }

    /// <summary>The request as JSON, without the keys.</summary>
    public static string RequestOf(EndpointModel endpoint, IReadOnlyDictionary<string, JsonNode?> wire)
    {
        var keys = endpoint
            .Request.Where(static field => field.Role is FieldRole.ApiKey or FieldRole.SecretKey)
            .Select(static field => field.Wire)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var shown = new JsonObject(
            wire.Where(pair => !keys.Contains(pair.Key)).Select(static pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))
        );
        return Shown(shown);
    }

    public static string Shown(JsonObject json)
    {
        var text = json.ToJsonString(Relaxed);
        return text.Length <= MaxRequestLength ? text : text[..MaxRequestLength];
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static int TypeOf(EndpointModel endpoint, FieldValues values) =>
        endpoint.Client switch
        {
            "Voice" => MessageTypes.FixedNumber,
            "Viber" => MessageTypes.Viber,
            "Zalo" or "Account" when values.Text("OfficialAccountId") is not null => ZaloTypeOf(endpoint, values),
            "Otp" => MessageTypes.ZaloPriority,
            _ => MessageTypes.CustomerCare,
        };

    private static int ZaloTypeOf(EndpointModel endpoint, FieldValues values) =>
        values.Fixed("IsJourney") is not null ? MessageTypes.ZaloJourney
        : values.Node("Payload") is not null || (values.Text("UserId") is not null && endpoint.RequestField("TempData") is null)
            ? MessageTypes.ZaloFollower
        : MessageTypes.ZaloNormal;

    private static EmulatedChannel ChannelOf(int type) =>
        type == MessageTypes.Viber ? EmulatedChannel.Viber
        : MessageTypes.IsZalo(type) ? EmulatedChannel.Zalo
        : EmulatedChannel.Sms;

    private static string ContentOf(FieldValues values) =>
        values.Text("Content")
        ?? values.Text("Code")
        ?? values.Text("Variables")
        ?? values.Node("Payload")?["message"]?["text"]?.ToString()
        ?? (values.Node("Payload")?["message"] ?? values.Node("TempData") ?? values.Node("Params"))?.ToJsonString(Relaxed)
        ?? string.Empty;
}
