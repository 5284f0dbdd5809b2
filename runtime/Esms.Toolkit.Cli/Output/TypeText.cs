using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>A type as contracts write it.</summary>
internal static class TypeText
{
    public static string Of(Field field)
    {
        var name = field.Type.Kind switch
        {
            FieldKind.Text => "string",
            FieldKind.Int32 => "int",
            FieldKind.Int64 => "long",
            FieldKind.Boolean => "bool",
            FieldKind.Embedded => $"json({field.Type.Name})",
            FieldKind.Enum or FieldKind.Object => field.Type.Name!,
            var kind => kind.ToString().ToLowerInvariant(),
        };
        var form = (field.Type.DateForm?.Word() ?? field.Type.Unit?.Word()) is { } written ? $" {written}" : string.Empty;
        return $"{name}{(field.Type.IsList ? "[]" : string.Empty)}{form}{(field.AsText ? " as text" : string.Empty)}";
    }
}
