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

    public static EquatableArray<ResponseField> Check(ObjectCheck contract, EquatableArray<EnumModel> enums)
    {
        var fields = new NamedMembers<ResponseField>(contract.Problems);
        if (contract.Require("response", "the members of the answer, the result code among them") is null)
            return EquatableArray<ResponseField>.Empty;
        foreach (var member in contract.Members("response"))
            fields.Add(member, static field => field.Name, ReadField(member, enums, contract.Problems));
        if (fields.Items.All(static field => field.Role != ResponseRole.Result))
            contract.Problems.Report(ProblemKinds.NoResultCode, contract.PlaceOf("response"));
        return new(fields.Items);
    }

    private static ResponseField? ReadField(JsonMember member, EquatableArray<EnumModel> enums, ProblemList problems)
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
            FieldTypes.ReadName(field, member),
            FieldTypes.Read(field, enums),
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
        if (role != ResponseRole.Result && !field.Flag(key))
            field.Problems.Report(ProblemKinds.OutOfRange, field.PlaceOf(key), key, "false", "leave the key away instead");
        return new ResponseField(member.Name, string.Empty, new FieldType(FieldKind.Text), false, role, success, string.Empty);
    }

    private static SuccessCodes ReadSuccess(ObjectCheck field)
    {
        var items = field.Items("result");
        if (items.Count == 0)
            field.Problems.Report(ProblemKinds.OutOfRange, field.PlaceOf("result"), "result", "[]", "it lists the codes that mean success, such as [\"100\"]");
        var codes = new List<int>();
        foreach (var item in items)
        {
            if (ReadCode(item, field.Problems) is { } code)
                codes.Add(code);
        }
        return new SuccessCodes(new(codes), items.Count > 0 && items[0] is JsonText);
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
        else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return code;
        else
            problems.Report(ProblemKinds.OutOfRange, item.Word, "result", text, "a code is a whole number, such as \"100\" or 0");
        return null;
    }
}
