using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>Statements that write values as JSON.</summary>
internal static class JsonWriteCode
{
    /// <summary>The statement that writes a member of an object; one without a value is left out.</summary>
    public static string Member(Field field, string value)
    {
        var name = Literals.QuoteUtf8(field.Wire);
        if (field.Fixed is { } json)
            return $"EsmsJson.WriteFixed(writer, {name}, {Literals.Quote(json)});";
        if (field.Type.IsList)
            return $"EsmsJson.WriteList(writer, {name}, {value}, {ItemWriter(field)});";
        if (field.AsText && field.Type.Kind != FieldKind.Text)
            return $"EsmsJson.Write(writer, {name}, {TextCode.Expression(field, value)});";
        return field.Type.Kind switch
        {
            FieldKind.Flag => $"EsmsJson.WriteFlag(writer, {name}, {value});",
            FieldKind.Date => $"EsmsJson.Write(writer, {name}, {TextCode.Expression(field, value)});",
            FieldKind.Duration => $"EsmsJson.Write(writer, {name}, EsmsText.CountOf({value}, {CSharp.Unit(field.Type.Form)}));",
            FieldKind.Map => $"EsmsJson.WriteMap(writer, {name}, {value});",
            FieldKind.Pairs => $"EsmsJson.WritePairs(writer, {name}, {value});",
            FieldKind.Enum => $"EsmsJson.Write(writer, {name}, (int?){value});",
            FieldKind.Object => $"EsmsJson.WriteObject(writer, {name}, {value}, {CSharp.JsonType(field.Type.Name!)}.Write);",
            FieldKind.Embedded => $"EsmsJson.Write(writer, {name}, {value}?.Text);",
            _ => $"EsmsJson.Write(writer, {name}, {value});",
        };
    }

    /// <summary>The statement that writes a position of a list; one without a value is null, for the others would move.</summary>
    public static string Position(Field field, string value)
    {
        if (field.Fixed is { } json)
            return $"writer.WriteRawValue({Literals.Quote(json)});";
        if (field.Type.IsList)
            return $"EsmsJson.WriteItems(writer, {value}, {ItemWriter(field)});";
        return field.Type.Kind == FieldKind.Object
            ? $"EsmsJson.WriteItem(writer, {value}, {CSharp.JsonType(field.Type.Name!)}.Write);"
            : $"EsmsJson.WriteItem(writer, {ScalarOf(field, value)});";
    }

    /// <summary>A delegate that writes one item of a list.</summary>
    private static string ItemWriter(Field field) =>
        field.Type.Kind == FieldKind.Object
            ? $"{CSharp.JsonType(field.Type.Name!)}.Write"
            : $"static (writer, item) => EsmsJson.WriteItem(writer, {ScalarOf(field, "item")})";

    private static string ScalarOf(Field field, string value) =>
        field switch
        {
            { AsText: true } or { Type.Kind: FieldKind.Date } => TextCode.Expression(field, value),
            { Type.Kind: FieldKind.Flag } => $"EsmsText.NumberOf({value})",
            { Type.Kind: FieldKind.Duration } => $"EsmsText.CountOf({value}, {CSharp.Unit(field.Type.Form)})",
            { Type.Kind: FieldKind.Enum } => $"(int?){value}",
            { Type.Kind: FieldKind.Embedded } => $"{value}?.Text",
            _ => value,
        };
}
