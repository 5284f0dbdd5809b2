using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>Expressions that make texts of values, for addresses, forms and XML, and for numbers in quotes.</summary>
internal static class TextCode
{
    /// <summary>An expression of type string?, for a value or a nullable value.</summary>
    public static string Expression(Field field, string value) =>
        field.Type.Kind switch
        {
            FieldKind.Text => value,
            FieldKind.Flag => $"{Global.EsmsText}.OfFlag({value})",
            FieldKind.Date => $"{Global.EsmsText}.Of({value}, {CSharp.DateFormat(field.Type)})",
            FieldKind.Duration => $"{Global.EsmsText}.Of({Global.EsmsText}.CountOf({value}, {CSharp.Unit(field.Type)}))",
            FieldKind.Enum => $"{Global.EsmsText}.Of((int?){value})",
            _ => $"{Global.EsmsText}.Of({value})",
        };

    /// <summary>The statement that adds a field to an address or a form.</summary>
    public static string AddStatement(string target, Field field)
    {
        var wire = Literals.Quote(Uri.EscapeDataString(field.Wire));
        return field.Role switch
        {
            FieldRole.ApiKey => $"{target}.AddApiKey({wire});",
            FieldRole.SecretKey => $"{target}.AddSecretKey({wire});",
            FieldRole.Fixed => $"{target}.Add({wire}, {Literals.Quote(field.Fixed!.Text)});",
            _ when field.IsRepeatKey => $"{target}.AddRequestId({wire});",
            _ => $"{target}.Add({wire}, {Expression(field, $"request.{field.Name}")});",
        };
    }
}
