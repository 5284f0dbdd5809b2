using Esms.Toolkit.Reader.Model;
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

    /// <summary>The format of a date.</summary>
    public static string DateFormat(FieldType type) => $"{Global.EsmsDateFormat}.{type.DateForm}";

    /// <summary>One unit of a duration.</summary>
    public static string Unit(FieldType type) => $"{Global.TimeSpan}.From{type.Unit}(1)";

    public static string Accepts(Accepts accepts)
    {
        var names = new List<string>();
        foreach (
            var (flag, name) in new[]
            {
                (Reader.Model.Accepts.Text, "Text"),
                (Reader.Model.Accepts.Number, "Number"),
                (Reader.Model.Accepts.Boolean, "Boolean"),
                (Reader.Model.Accepts.NullText, "NullText"),
            }
        )
        {
            if ((accepts & flag) != 0)
                names.Add($"{Global.EsmsAccept}.{name}");
        }
        return string.Join(" | ", names);
    }
}
