using System.Text.Json;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Infer;

/// <summary>What the names say that eSMS uses everywhere, in whatever spelling.</summary>
internal static partial class KnownNames
{
    private static readonly HashSet<string> Optional = new(StringComparer.OrdinalIgnoreCase)
    {
        "RequestId",
        "CallbackUrl",
        "SendDate",
        "Sandbox",
        "IsSandBox",
        "IsUnicode",
        "campaignid",
        "SendingMode",
        "Priority",
        "TagName",
        "IsFollower",
        "NumberForward",
        "MaxRepeat",
        "MaxRetry",
        "WaitRetry",
        "TimeWaitToIvr",
        "Ivr",
        "Speed",
        "OttImgUrl",
        "OttLabel",
        "OttUrl",
        "CTA1",
        "CTA2",
        "ImageUrl",
    };

    private static readonly HashSet<string> Private = new(StringComparer.OrdinalIgnoreCase)
    {
        "Phone",
        "Phones",
        "PhoneNumber",
        "Content",
        "Message",
        "Code",
        "User_id",
        "ZaloUid",
        "HashPhone",
        "phone_code",
        "CustomerPhone",
        "CustomerEmail",
        "CustomerName",
        "TempData",
        "Params",
        "VariableListStr",
    };

    private static readonly HashSet<string> Constant = new(StringComparer.OrdinalIgnoreCase)
    {
        "SmsType",
        "Type",
        "ServiceType",
        "TypeId",
        "template_type",
        "media_type",
    };

    private static readonly HashSet<string> FreeNames = new(StringComparer.OrdinalIgnoreCase) { "TempData", "template_data" };

    public static bool IsOptional(string wire) => Optional.Contains(wire);

    public static bool IsPrivate(string wire) => Private.Contains(wire);

    /// <summary>Whether a value that stands in the command is always the same one.</summary>
    public static bool IsConstant(string wire) => Constant.Contains(wire);

    /// <summary>Whether the members of such an object are the caller's own.</summary>
    public static bool HasFreeNames(string wire) => FreeNames.Contains(wire);

    public static bool IsSandbox(string wire) => Plain(wire) is "SANDBOX" or "ISSANDBOX";

    public static bool IsSwitch(string wire) => IsSandbox(wire) || Plain(wire) == "ISUNICODE";

    public static bool IsRepeatKey(string wire) => Plain(wire) == "REQUESTID";

    public static bool IsDate(string wire) => wire.Contains("date", StringComparison.OrdinalIgnoreCase);

    public static bool IsMoney(string wire) => Money().IsMatch(wire);

    public static bool IsId(string wire) => wire.EndsWith("Id", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an operation of this name only reads.</summary>
    public static bool OnlyReads(string operation) => Reading().IsMatch(Capitalized(operation));

    /// <summary>Whether a part of a path is the name of an operation, by how it begins.</summary>
    public static bool IsOperation(string segment) => OnlyReads(segment) || Acting().IsMatch(Capitalized(segment));

    /// <summary>Whether an operation of this name does something.</summary>
    public static bool Acts(string operation) => Acting().IsMatch(Capitalized(operation)) || ActionWords.AreIn(operation);

    /// <summary>
    /// Whether a call only reads: the last word of its address says so, and no other word says something else, be it of the address or the command that
    /// it carries.
    /// </summary>
    public static bool OnlyReads(ImportedCall call) => OnlyReads(call.LastSegment) && !call.Segments.Any(Acts) && !call.Fields.Any(IsActingCommand);

    /// <summary>…?action=send</summary>
    private static bool IsActingCommand(ImportedField field) =>
        Command().IsMatch(field.Wire) && field.Value is { } value && value.GetValueKind() == JsonValueKind.String && Acts(value.GetValue<string>());

    public static bool IsResultCode(string wire) =>
        wire is "CodeResult" or "CodeResponse" or "Code" or "code" or "Error" or "error" or "ErrorCode" or "Result";

    private static string Plain(string wire) =>
        wire.Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("price|balance|amount|cost|money", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    private static string Capitalized(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex("^(Get|GET|Query|List|Summary|Estimate|Find|Search)(?![a-z])")]
    private static partial Regex Reading();

    [GeneratedRegex(
        "^(Send|Make|Create|Add|Insert|Update|Edit|Delete|Remove|Cancel|Register|Regis|Purchase|Buy|Pay|Charge|Set|Post|Call|Push|Resend|Submit|Upload|Generate|Gen)(?![a-z])|AutoGen|^SendMultiple",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Acting();

    [GeneratedRegex(
        "^(action|act|cmd|command|do|func|function|method|mode|op|operation|type)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Command();
}
