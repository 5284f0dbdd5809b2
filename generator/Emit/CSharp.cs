using Esms.Toolkit.Contract.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Emit;

/// <summary>How the words of a contract are spelled in C#.</summary>
internal static class CSharp
{
    /// <summary>The type without a question mark.</summary>
    public static string TypeOf(FieldType type) => type.IsList ? $"{Global.IReadOnlyList}<{ItemOf(type)}>" : ItemOf(type);

    /// <summary>The type of one item of a list.</summary>
    public static string ItemOf(FieldType type) =>
        type.Kind switch
        {
            FieldKind.Text => "string",
            FieldKind.Int32 => "int",
            FieldKind.Int64 => "long",
            FieldKind.Decimal or FieldKind.Money => "decimal",
            FieldKind.Boolean or FieldKind.Flag => "bool",
            FieldKind.Date => Global.DateTimeOffset,
            FieldKind.Duration => Global.TimeSpan,
            FieldKind.Map or FieldKind.Pairs => $"{Global.IReadOnlyDictionary}<string, string>",
            FieldKind.Embedded => $"{Global.EsmsEmbedded}<{type.Name}>",
            _ => type.Name!,
        };

    /// <summary>Whether the type is a struct, which is never null by itself.</summary>
    public static bool IsValue(FieldType type) =>
        !type.IsList && type.Kind is not (FieldKind.Text or FieldKind.Map or FieldKind.Pairs or FieldKind.Embedded or FieldKind.Object);

    /// <summary>The name of a parameter or a local variable for a property.</summary>
    public static string Camel(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(camel) != SyntaxKind.None
            ? "@" + camel
            : camel;
    }

    public static string RequestType(string operation) => operation + "Request";

    public static string ResponseType(string operation) => operation + "Response";

    public static string ReplyType(string inbound) => inbound + "Reply";

    public static string EndpointType(string operation) => operation + "Endpoint";

    /// <summary>The class with the JSON code of a type.</summary>
    public static string JsonType(string type) => type + "Json";

    public static string ClientType(string client) => client + "Client";

    public static string ClientInterface(string client) => $"I{client}Client";

    /// <summary>The member of EsmsDateFormat for a format as contracts write it.</summary>
    public static string DateFormat(string? format) =>
        $"{Global.EsmsDateFormat}."
        + format switch
        {
            "yyyy-MM-dd HH:mm:ss" => "DashedTime",
            "yyyy/MM/dd HH:mm:ss" => "SlashedTime",
            "dd/MM/yyyy HH:mm:ss" => "DayFirstTime",
            "yyyy-MM-dd" => "Dashed",
            "dd/MM/yyyy" => "DayFirst",
            "yyyyMMddHHmmss" => "Digits",
            "/Date(ms)/" => "Wcf",
            _ => "Milliseconds",
        };

    /// <summary>One unit of a duration.</summary>
    public static string Unit(string? unit) =>
        unit switch
        {
            "seconds" => $"{Global.TimeSpan}.FromSeconds(1)",
            "minutes" => $"{Global.TimeSpan}.FromMinutes(1)",
            _ => $"{Global.TimeSpan}.FromHours(1)",
        };

    public static string Accepts(Accepts accepts)
    {
        var names = new List<string>();
        foreach (
            var (flag, name) in new[]
            {
                (Contract.Model.Accepts.Text, "Text"),
                (Contract.Model.Accepts.Number, "Number"),
                (Contract.Model.Accepts.Boolean, "Boolean"),
                (Contract.Model.Accepts.NullText, "NullText"),
            }
        )
        {
            if ((accepts & flag) != 0)
                names.Add($"{Global.EsmsAccept}.{name}");
        }
        return string.Join(" | ", names);
    }
}
