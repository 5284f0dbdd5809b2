using Esms.Toolkit.Contract.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Emit;

/// <summary>How the words of a contract are spelled in C#.</summary>
internal static class CSharp
{
    /// <summary>The type without a question mark.</summary>
    public static string TypeOf(FieldType type) => type.Kind switch
    {
        FieldKind.Text => "string",
        FieldKind.Int32 => "int",
        FieldKind.Int64 => "long",
        FieldKind.Decimal or FieldKind.Money => "decimal",
        FieldKind.Boolean => "bool",
        _ => type.Name!,
    };

    /// <summary>The name of a parameter or a local variable for a property.</summary>
    public static string Camel(string name)
    {
        var camel = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(camel) != SyntaxKind.None ? "@" + camel : camel;
    }

    /// <summary>A summary with the unit that the type implies.</summary>
    public static string Describe(string summary, FieldType type) => type.Kind == FieldKind.Money ? $"{summary} In đồng." : summary;

    public static string RequestType(string operation) => operation + "Request";

    public static string ResponseType(string operation) => operation + "Response";

    public static string EndpointType(string operation) => operation + "Endpoint";

    public static string JsonType(string operation) => operation + "ResponseJson";

    public static string ClientType(string client) => client + "Client";

    public static string ClientInterface(string client) => $"I{client}Client";
}
