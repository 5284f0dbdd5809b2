using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>Expressions that read values from JSON.</summary>
internal static class JsonReadCode
{
    /// <summary>An expression that moves onto a value and reads it; its type is nullable.</summary>
    public static string Expression(Field field)
    {
        if (field.Success is { } success)
            return $"{Global.EsmsJson}.ReadResultCode(ref reader, {CSharp.Accepts(success.Form)})";
        return field.Type.IsList
            ? $"{Global.EsmsJson}.ReadList(ref reader, static (ref {Global.Utf8JsonReader} reader) => {Global.EsmsJson}.Item(ref reader, {Single(field)}))"
            : Single(field);
    }

    /// <summary>The value of a property, from the nullable variable that its member was read into.</summary>
    public static string Value(Field field, string local)
    {
        if (field.Default is { Json: not ("0" or "false") } value)
            return $"{local} ?? {PropertyEmitter.DefaultOf(field, value)}";
        if (field.Default is null && !field.Required)
            return local;
        return CSharp.IsValue(field.Type) ? $"{local}.GetValueOrDefault()" : $"{local}!";
    }

    private static string Single(Field field)
    {
        // What goes out in quotes comes back in quotes.
        var accepts = field.Type.Accepts | (field.AsText ? Accepts.Text : Accepts.Nothing);
        var more = accepts == Accepts.Nothing ? string.Empty : $", {CSharp.Accepts(accepts)}";
        return field.Type.Kind switch
        {
            FieldKind.Text when field.Role is FieldRole.Message or FieldRole.Refusal => $"{Global.EsmsJson}.ReadMessage(ref reader{more})",
            FieldKind.Text => $"{Global.EsmsJson}.ReadString(ref reader{more})",
            FieldKind.Int32 => $"{Global.EsmsJson}.ReadInt32(ref reader{more})",
            FieldKind.Int64 => $"{Global.EsmsJson}.ReadInt64(ref reader{more})",
            FieldKind.Decimal or FieldKind.Money => $"{Global.EsmsJson}.ReadDecimal(ref reader{more})",
            FieldKind.Boolean => $"{Global.EsmsJson}.ReadBoolean(ref reader{more})",
            FieldKind.Flag => $"{Global.EsmsJson}.ReadFlag(ref reader{more})",
            FieldKind.Date => $"{Global.EsmsJson}.ReadDate(ref reader, {CSharp.DateFormat(field.Type)}{more})",
            FieldKind.Duration => $"{Global.EsmsJson}.ReadDuration(ref reader, {CSharp.Unit(field.Type)}{more})",
            FieldKind.Map => $"{Global.EsmsJson}.ReadMap(ref reader)",
            FieldKind.Pairs => $"{Global.EsmsJson}.ReadPairs(ref reader)",
            FieldKind.Embedded => $"{Global.EsmsJson}.ReadEmbedded(ref reader, {CSharp.JsonType(field.Type.Name!)}.Read)",
            FieldKind.Object => $"{Global.EsmsJson}.ReadObject(ref reader, {CSharp.JsonType(field.Type.Name!)}.Read)",
            _ => $"({field.Type.Name}?){Global.EsmsJson}.ReadInt32(ref reader{more})",
        };
    }
}
