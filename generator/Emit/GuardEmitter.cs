using System.Globalization;
using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The check of what a caller gives, before anything is sent.</summary>
internal static class GuardEmitter
{
    /// <summary>Writes a method with the checks.</summary>
    /// <param name="evenIfEmpty">Whether the method must be there although there is nothing to check.</param>
    public static void Emit(SourceWriter writer, IEnumerable<Field> fields, string signature, string owner, bool evenIfEmpty = false)
    {
        var statements = fields.Where(static field => field.IsProperty).SelectMany(field => Statements(field, owner)).ToList();
        if (statements.Count == 0 && !evenIfEmpty)
            return;
        writer.Line();
        writer.Line(signature);
        writer.Open();
        foreach (var statement in statements)
            writer.Line(statement);
        writer.Close();
    }

    private static IEnumerable<string> Statements(Field field, string owner)
    {
        var value = $"{owner}.{field.Name}";
        var name = $"nameof({value})";
        if (field.Type is { Kind: FieldKind.Text, IsList: false })
        {
            if (field.Required || field.Bounds.MaxLength is not null)
                yield return $"EsmsGuard.Text({value}, {name}, isRequired: {(field.Required ? "true" : "false")}{Argument("maxLength", field.Bounds.MaxLength)});";
            yield break;
        }
        if (field.Required && !CSharp.IsValue(field.Type))
            yield return $"EsmsGuard.Required({value}, {name});";
        if (field.Type.IsList)
            yield return $"EsmsGuard.List({value}, {name}{Argument("minCount", field.Bounds.MinCount)}{Argument("maxCount", field.Bounds.MaxCount)});";
        if (field.Type is { Kind: FieldKind.Object })
            yield return ObjectStatement(field, value);
    }

    private static string ObjectStatement(Field field, string value)
    {
        var json = CSharp.JsonType(field.Type.Name!);
        if (field.Type.IsList)
            return $"EsmsGuard.Each({value}, {json}.Check);";
        return field.Required ? $"{json}.Check({value});" : $"EsmsGuard.One({value}, {json}.Check);";
    }

    private static string Argument(string name, int? value) =>
        value is { } number ? $", {name}: {number.ToString(CultureInfo.InvariantCulture)}" : string.Empty;
}
