using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>
/// The code by which the service refuses a field, told from what the field means. The table of codes is contracts/shared/ResultCodes.esms.json.
/// </summary>
internal static class FieldCodes
{
    private const int LongestRequestId = 120;

    public static EsmsResultCode Missing(Field field, EndpointModel endpoint, string path) =>
        Meaning(field) switch
        {
            "MessageType" => EsmsResultCode.MessageTypeMissing,
            "Brandname" => EsmsResultCode.UnknownBrandname,
            "OfficialAccountId" => EsmsResultCode.ZaloIdsMissing,
            "TemplateId" => endpoint.Client == "Voice" ? EsmsResultCode.UnknownBrandname : EsmsResultCode.ZaloIdsMissing,
            "RecordingId" => EsmsResultCode.UnknownRecording,
            "UserId" => EsmsResultCode.ZaloUserIdMissing,
            "SmsId" or "SmsIds" or "ZaloMessageId" => EsmsResultCode.MessageIdMissing,
            "Phones" => TooFew(field),
            _ => Invalid(field, path),
        };

    public static EsmsResultCode Invalid(Field field, string path) =>
        Meaning(field) switch
        {
            "MessageType" => EsmsResultCode.UnsupportedMessageType,
            "ServiceType" => EsmsResultCode.UnsupportedServiceType,
            "Phone" or "Phones" => EsmsResultCode.InvalidPhone,
            "PhoneHash" => EsmsResultCode.InvalidPhoneHash,
            "UserId" => EsmsResultCode.ZaloUserIdTooLong,
            "Offset" or "Count" or "Page" or "PageSize" => EsmsResultCode.InvalidPaging,
            _ when field.Type.Kind == FieldKind.Date => EsmsResultCode.InvalidDate,
            _ when path.StartsWith("Payload", StringComparison.Ordinal) => EsmsResultCode.InvalidPayload,
            _ => EsmsResultCode.InvalidData,
        };

    /// <summary>The pages allow 50 characters for a request id; the code for a longer one comes above 120 only.</summary>
    public static EsmsResultCode TooLong(Field field, string path, int length) =>
        field.Name == "RequestId" && length > LongestRequestId ? EsmsResultCode.RequestIdTooLong : Invalid(field, path);

    public static EsmsResultCode TooFew(Field field) =>
        field is { Name: "Phones", Bounds.MinCount: > 1 } ? EsmsResultCode.TooFewRecipients : EsmsResultCode.InvalidPhone;

    public static EsmsResultCode TooMany(Field field, string path) =>
        field.Name switch
        {
            "Phones" => EsmsResultCode.TooManyRecipients,
            "Messages" => EsmsResultCode.TooManyZaloRecipients,
            _ => Invalid(field, path),
        };

    /// <summary>The C# name, which is one for all spellings on the wire; a field that is always the same has none.</summary>
    private static string Meaning(Field field) =>
        field.IsProperty ? field.Name
        : MessageTypes.IsTypeField(field) ? "MessageType"
        : field.Wire;
}
