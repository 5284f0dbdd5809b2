using System.Globalization;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The check of what a caller gives, before anything is sent.</summary>
internal static class GuardEmitter
{
    /// <summary>Writes a method with the checks.</summary>
    /// <param name="evenIfEmpty">Whether the method must be there although there is nothing to check.</param>
    public static void Emit(SourceWriter writer, IEnumerable<Field> fields, string signature, string owner, bool evenIfEmpty = false)
    {
        var properties = fields.Where(static field => field.IsProperty).ToList();
        var trial = properties.Find(static field => field is { Sandbox: true, Type: { Kind: FieldKind.Flag or FieldKind.Boolean, IsList: false } });
        var statements = properties.SelectMany(field => Statements(field, trial, owner)).ToList();
        if (statements.Count == 0 && !evenIfEmpty)
            return;
        writer.Line();
        writer.Line(signature);
        writer.Open();
        foreach (var statement in statements)
            writer.Line(statement);
        writer.Close();
    }

    private static IEnumerable<string> Statements(Field field, Field? trial, string owner)
    {
        var value = $"{owner}.{field.Name}";
        var name = $"nameof({value})";
        if (field.Type is { Kind: FieldKind.Text, IsList: false })
        {
            if (field.Required || field.Bounds.MaxLength is not null)
                yield return $"{Global.EsmsGuard}.Text({value}, {name}, isRequired: {(field.Required ? "true" : "false")}{Argument("maxLength", field.Bounds.MaxLength)});";
            yield break;
        }
        if (field.Required && !CSharp.IsValue(field.Type))
            yield return $"{Global.EsmsGuard}.Required({value}, {name});";
        if (field.Type.IsList)
            yield return $"{Global.EsmsGuard}.List({value}, {name}{MinCount(field.Bounds, trial, owner)}{Argument("maxCount", field.Bounds.MaxCount)});";
        if (field.Type is { Kind: FieldKind.Object })
            yield return ObjectStatement(field, value);
        if (RangeStatement(field, value, name) is { } range)
            yield return range;
    }

    /// <summary>A duration or a date may be one that its form cannot hold.</summary>
    public static string? RangeStatement(Field field, string value, string name)
    {
        var unit = field.Type.Kind == FieldKind.Duration ? $", {CSharp.Unit(field.Type)}" : string.Empty;
        if (field.Type.Kind is not (FieldKind.Duration or FieldKind.Date))
            return null;
        return field.Type.IsList
            ? $"{Global.EsmsGuard}.Each({value}, static item => {Global.EsmsGuard}.{field.Type.Kind}(item, {name}{unit}));"
            : $"{Global.EsmsGuard}.{field.Type.Kind}({value}, {name}{unit});";
    }

    private static string ObjectStatement(Field field, string value)
    {
        var json = CSharp.JsonType(field.Type.Name!);
        if (field.Type.IsList)
            return $"{Global.EsmsGuard}.Each({value}, {json}.Check);";
        return field.Required ? $"{json}.Check({value});" : $"{Global.EsmsGuard}.One({value}, {json}.Check);";
    }

    private static string MinCount(Bounds bounds, Field? trial, string owner)
    {
        if (trial is null || bounds.MinCountOfTrials is not { } least || least == bounds.MinCount)
            return Argument("minCount", bounds.MinCount);
        var isTrial = trial.Required || trial.Default is not null ? $"{owner}.{trial.Name}" : $"{owner}.{trial.Name} == true";
        return $", minCount: {isTrial} ? {Text(least)} : {Text(bounds.MinCount!.Value)}";
    }

    private static string Argument(string name, int? value) => value is { } number ? $", {name}: {Text(number)}" : string.Empty;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
