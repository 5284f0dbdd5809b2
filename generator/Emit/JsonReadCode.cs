using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>Expressions that read values from JSON.</summary>
internal static class JsonReadCode
{
    /// <summary>An expression that moves onto a value and reads it; its type is nullable.</summary>
    public static string Expression(Field field)
    {
        if (field.Success is { } success)
            return $"EsmsJson.ReadResultCode(ref reader, {CSharp.Accepts(success.Form)})";
        return field.Type.IsList
            ? $"EsmsJson.ReadList(ref reader, static (ref Utf8JsonReader reader) => EsmsJson.Item(ref reader, {Single(field)}))"
            : Single(field);
    }

    private static string Single(Field field)
    {
        // What goes out in quotes comes back in quotes.
        var accepts = field.Type.Accepts | (field.AsText ? Accepts.Text : Accepts.Nothing);
        var more = accepts == Accepts.Nothing ? string.Empty : $", {CSharp.Accepts(accepts)}";
        return field.Type.Kind switch
        {
            FieldKind.Text when field.Role is FieldRole.Message or FieldRole.Refusal => $"EsmsJson.ReadMessage(ref reader{more})",
            FieldKind.Text => $"EsmsJson.ReadString(ref reader{more})",
            FieldKind.Int32 => $"EsmsJson.ReadInt32(ref reader{more})",
            FieldKind.Int64 => $"EsmsJson.ReadInt64(ref reader{more})",
            FieldKind.Decimal or FieldKind.Money => $"EsmsJson.ReadDecimal(ref reader{more})",
            FieldKind.Boolean => $"EsmsJson.ReadBoolean(ref reader{more})",
            FieldKind.Flag => $"EsmsJson.ReadFlag(ref reader{more})",
            FieldKind.Date => $"EsmsJson.ReadDate(ref reader, {CSharp.DateFormat(field.Type.Form)}{more})",
            FieldKind.Duration => $"EsmsJson.ReadDuration(ref reader, {CSharp.Unit(field.Type.Form)}{more})",
            FieldKind.Map => "EsmsJson.ReadMap(ref reader)",
            FieldKind.Pairs => "EsmsJson.ReadPairs(ref reader)",
            FieldKind.Embedded => $"EsmsJson.ReadEmbedded(ref reader, {CSharp.JsonType(field.Type.Name!)}.Read)",
            FieldKind.Object => $"EsmsJson.ReadObject(ref reader, {CSharp.JsonType(field.Type.Name!)}.Read)",
            _ => $"({field.Type.Name}?)EsmsJson.ReadInt32(ref reader{more})",
        };
    }
}
