using System.Globalization;
using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The section "types": enums that the contract's fields use by name.</summary>
internal static class TypesChecker
{
    public static EquatableArray<EnumModel> Check(ObjectCheck contract, out IReadOnlyList<DeclaredName> names)
    {
        var members = contract.Members("types");
        var valid = members.Where(member => Names.CheckType(member.Name, member.NameRange, contract.Problems)).ToList();
        names = [.. valid.Select(member => new DeclaredName(member.Name, contract.Problems.PlaceOf(member.NameRange)))];
        return new(members.Select(member => ReadEnum(member, contract.Problems)).OfType<EnumModel>());
    }

    private static EnumModel? ReadEnum(JsonMember member, ProblemList problems)
    {
        if (ObjectCheck.Open(member.Value, member.Name, problems, ["summary", "values"], member.NameRange) is not { } type)
            return null;
        var summary = type.RequireText("summary", "one sentence that says what the values tell")?.Value ?? string.Empty;
        if (type.Require("values", "the numbers and their names")?.Value is JsonObject { Members.Count: 0 } none)
            problems.Report(ProblemKinds.OutOfRange, none.Word, "values", "{}", "an enum has at least one value");
        var values = new NamedMembers<EnumValue>(problems);
        foreach (var value in type.Members("values"))
            values.Add(value, static read => read.Name, ReadValue(value, problems));
        return new EnumModel(member.Name, summary, new(values.Items));
    }

    private static EnumValue? ReadValue(JsonMember member, ProblemList problems)
    {
        if (ObjectCheck.Open(member.Value, member.Name, problems, ["name", "summary"], member.NameRange) is not { } value)
            return null;
        if (!int.TryParse(member.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number.ToString(CultureInfo.InvariantCulture) != member.Name)
            problems.Report(ProblemKinds.OutOfRange, member.NameRange, "values", member.Name, "a value is a whole number of 32 bits, such as \"5\"");
        var name = value.RequireText("name", "the name of the value in C#");
        var summary = value.RequireText("summary", "what the value means");
        return name is not null && Names.Check(name.Value, name.Word, problems) ? new EnumValue(number, name.Value, summary?.Value ?? string.Empty) : null;
    }
}
