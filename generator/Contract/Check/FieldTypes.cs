using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>What the fields of one contract share: the types they may have, and the classes they become members of.</summary>
internal sealed class FieldTypes(IEnumerable<string> declared, string operation)
{
    private static readonly Words<FieldKind> BuiltIn = new(
        ("string", FieldKind.Text),
        ("int", FieldKind.Int32),
        ("long", FieldKind.Int64),
        ("decimal", FieldKind.Decimal),
        ("money", FieldKind.Money),
        ("bool", FieldKind.Boolean));

    private readonly List<string> _declared = [.. declared];

    /// <summary>The word under "type".</summary>
    public FieldType ReadType(ObjectCheck field)
    {
        if (field.RequireText("type", "the type of the value, such as \"string\"") is not { } word)
            return new FieldType(FieldKind.Text);
        if (BuiltIn.Find(word.Value) is { } kind)
            return new FieldType(kind);
        if (_declared.Contains(word.Value))
            return new FieldType(FieldKind.Enum, word.Value);
        field.Problems.Report(ProblemKinds.UnknownType, word.Word, word.Value, Suggestion.For(word.Value, BuiltIn.All.Concat(_declared)));
        return new FieldType(FieldKind.Text);
    }

    /// <summary>The C# name of a field: its "name", or else its wire name.</summary>
    /// <param name="suffix">What the name of the operation gets to become the class of the field.</param>
    public string ReadName(ObjectCheck field, JsonMember member, string suffix)
    {
        var given = field.Text("name");
        if (given is null && field.Find("name") is not null)
            return string.Empty; // It is of the wrong kind, which is told already.
        var name = given?.Value ?? Names.FromWire(member.Name);
        Names.CheckMember(name, operation + suffix, given?.Word ?? member.NameRange, field.Problems);
        return name;
    }
}
