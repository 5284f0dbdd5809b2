using System.Globalization;
using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The section "response".</summary>
internal static class ResponseChecker
{
    private static readonly string[] DataKeys = ["name", "type", "required", "summary"];
    private static readonly string[] Keys = [.. DataKeys, "result", "message", "refusal"];

    private static readonly (string Key, ResponseRole Role)[] Roles =
        [("result", ResponseRole.Result), ("message", ResponseRole.Message), ("refusal", ResponseRole.Refusal)];

    public static EquatableArray<ResponseField> Check(ObjectCheck contract, FieldTypes types)
    {
        var fields = new NamedMembers<ResponseField>(contract.Problems);
        var section = contract.Require("response", "the members of the answer, the result code among them");
        var members = contract.Members("response");
        foreach (var member in members)
            fields.Add(member, static field => field.Name, ReadField(member, types, contract.Problems));
        if (section?.Value is JsonObject && !members.Any(IsResult))
            contract.Problems.Report(ProblemKinds.NoResultCode, section.NameRange);
        return new(fields.Items);
    }

    /// <summary>Whether a member is meant to be the result code, be it spelled right or wrong.</summary>
    private static bool IsResult(JsonMember member) => member.Value is JsonObject node && node.Members.Any(static key => key.Name == "result");

    private static ResponseField? ReadField(JsonMember member, FieldTypes types, ProblemList problems)
    {
        if (ObjectCheck.Open(member.Value, member.Name, problems, Keys, member.NameRange) is not { } field)
            return null;
        foreach (var (key, role) in Roles)
        {
            if (field.Find(key) is not null)
                return ReadRole(member, field, key, role);
        }
        return new ResponseField(
            member.Name,
            types.ReadName(field, member, "Response"),
            types.ReadType(field),
            field.Flag("required"),
            ResponseRole.Data,
            null,
            field.RequireText("summary", "what the member tells")?.Value ?? string.Empty);
    }

    private static ResponseField ReadRole(JsonMember member, ObjectCheck field, string key, ResponseRole role)
    {
        var others = Roles.Select(static pair => pair.Key).Where(other => other != key);
        field.Forbid(key, "such a member has a property in every answer already", [.. DataKeys, .. others]);
        var success = role == ResponseRole.Result ? ReadSuccess(field) : null;
        if (role != ResponseRole.Result && !field.Flag(key) && field.Find(key)?.Value is JsonBoolean)
            field.Problems.Report(ProblemKinds.OutOfRange, field.PlaceOf(key), key, "false", "leave the key away instead");
        return new ResponseField(member.Name, string.Empty, new FieldType(FieldKind.Text), false, role, success, string.Empty);
    }

    private static SuccessCodes ReadSuccess(ObjectCheck field)
    {
        var items = field.Items("result");
        if (field.Find("result")?.Value is JsonArray list)
            CheckForms(list, field.Problems);
        var codes = new List<int>();
        foreach (var item in items)
        {
            if (ReadCode(item, field.Problems) is { } code)
                codes.Add(code);
        }
        return new SuccessCodes(new(codes), items.Count > 0 && items[0] is JsonText);
    }

    /// <summary>The codes decide whether the code is written as text or as number, so they must agree.</summary>
    private static void CheckForms(JsonArray list, ProblemList problems)
    {
        if (list.Items.Count == 0)
            problems.Report(ProblemKinds.OutOfRange, list.Word, "result", "[]", "it lists the codes that mean success, such as [\"100\"]");
        else if (list.Items.Any(static item => item is JsonText) && list.Items.Any(static item => item is JsonNumber))
            problems.Report(ProblemKinds.OutOfRange, list.Word, "result", "[…]", "the codes must be all texts or all numbers, as the service spells them");
    }

    private static int? ReadCode(JsonNode item, ProblemList problems)
    {
        var text = item switch
        {
            JsonText { Value: var value } => value,
            JsonNumber { Text: var value } => value,
            _ => null,
        };
        if (text is null)
            ObjectCheck.ReportKind(problems, item, "result", "a list of codes, each a text or a number");
        else if (text.All(char.IsDigit) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return code;
        else
            problems.Report(ProblemKinds.OutOfRange, item.Word, "result", text, "a code is a whole number, such as \"100\" or 0");
        return null;
    }
}
