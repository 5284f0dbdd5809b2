using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The word under "type".</summary>
internal static class FieldTypes
{
    private static readonly Words<FieldKind> BuiltIn = new(
        ("string", FieldKind.Text),
        ("int", FieldKind.Int32),
        ("long", FieldKind.Int64),
        ("decimal", FieldKind.Decimal),
        ("money", FieldKind.Money),
        ("bool", FieldKind.Boolean));

    public static FieldType Read(ObjectCheck field, EquatableArray<EnumModel> enums)
    {
        if (field.RequireText("type", "the type of the value, such as \"string\"") is not { } word)
            return new FieldType(FieldKind.Text);
        if (BuiltIn.Find(word.Value) is { } kind)
            return new FieldType(kind);
        if (enums.Any(type => type.Name == word.Value))
            return new FieldType(FieldKind.Enum, word.Value);
        var suggestion = Suggestion.For(word.Value, BuiltIn.All.Concat(enums.Select(static type => type.Name)));
        field.Problems.Report(ProblemKinds.UnknownType, word.Word, word.Value, suggestion);
        return new FieldType(FieldKind.Text);
    }

    /// <summary>The C# name of a field: its "name", or else its wire name.</summary>
    public static string ReadName(ObjectCheck field, JsonMember member)
    {
        var given = field.Text("name");
        var name = given?.Value ?? Names.FromWire(member.Name);
        Names.Check(name, given?.Word ?? member.NameRange, field.Problems);
        return name;
    }
}
