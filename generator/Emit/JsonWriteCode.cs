using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>Statements that write values as JSON.</summary>
internal static class JsonWriteCode
{
    /// <summary>The statement that writes a member of an object; one without a value is left out.</summary>
    public static string Member(Field field, string value)
    {
        var name = Literals.QuoteUtf8(field.Wire);
        if (field.Fixed is { } literal)
            return $"{Global.EsmsJson}.WriteFixed(writer, {name}, {Literals.Quote(literal.Json)});";
        if (field.Type.IsList)
            return $"{Global.EsmsJson}.WriteList(writer, {name}, {value}, {ItemWriter(field)});";
        if (field.AsText && field.Type.Kind != FieldKind.Text)
            return $"{Global.EsmsJson}.Write(writer, {name}, {TextCode.Expression(field, value)});";
        return field.Type.Kind switch
        {
            FieldKind.Flag => $"{Global.EsmsJson}.WriteFlag(writer, {name}, {value});",
            FieldKind.Date => $"{Global.EsmsJson}.Write(writer, {name}, {TextCode.Expression(field, value)});",
            FieldKind.Duration => $"{Global.EsmsJson}.Write(writer, {name}, {Global.EsmsText}.CountOf({value}, {CSharp.Unit(field.Type)}));",
            FieldKind.Map => $"{Global.EsmsJson}.WriteMap(writer, {name}, {value});",
            FieldKind.Pairs => $"{Global.EsmsJson}.WritePairs(writer, {name}, {value});",
            FieldKind.Enum => $"{Global.EsmsJson}.Write(writer, {name}, (int?){value});",
            FieldKind.Object => $"{Global.EsmsJson}.WriteObject(writer, {name}, {value}, {CSharp.JsonType(field.Type.Name!)}.Write);",
            FieldKind.Embedded => $"{Global.EsmsJson}.Write(writer, {name}, {value}?.Text);",
            _ => $"{Global.EsmsJson}.Write(writer, {name}, {value});",
        };
    }

    /// <summary>The statement that writes a position of a list; one without a value is null, for the others would move.</summary>
    public static string Position(Field field, string value)
    {
        if (field.Fixed is { } literal)
            return $"writer.WriteRawValue({Literals.Quote(literal.Json)});";
        if (field.Type.IsList)
            return $"{Global.EsmsJson}.WriteItems(writer, {value}, {ItemWriter(field)});";
        return field.Type.Kind == FieldKind.Object
            ? $"{Global.EsmsJson}.WriteItem(writer, {value}, {CSharp.JsonType(field.Type.Name!)}.Write);"
            : $"{Global.EsmsJson}.WriteItem(writer, {ScalarOf(field, value)});";
    }

    /// <summary>A delegate that writes one item of a list.</summary>
    private static string ItemWriter(Field field) =>
        field.Type.Kind == FieldKind.Object
            ? $"{CSharp.JsonType(field.Type.Name!)}.Write"
            : $"static (writer, item) => {Global.EsmsJson}.WriteItem(writer, {ScalarOf(field, "item")})";

    private static string ScalarOf(Field field, string value) =>
        field switch
        {
            { AsText: true } or { Type.Kind: FieldKind.Date } => TextCode.Expression(field, value),
            { Type.Kind: FieldKind.Flag } => $"{Global.EsmsText}.NumberOf({value})",
            { Type.Kind: FieldKind.Duration } => $"{Global.EsmsText}.CountOf({value}, {CSharp.Unit(field.Type)})",
            { Type.Kind: FieldKind.Enum } => $"(int?){value}",
            { Type.Kind: FieldKind.Embedded } => $"{value}?.Text",
            _ => value,
        };
}
