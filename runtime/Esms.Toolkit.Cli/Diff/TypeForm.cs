using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Diff;

/// <summary>
/// What a type is in C# and on the wire: money and decimal are one in both, a flag and a bool in C# only, an int and a long on the wire only.
/// </summary>
internal static class TypeForm
{
    public static string Word(FieldType type) =>
        $"{type.Name ?? type.Kind.ToString()}{(type.Kind == FieldKind.Embedded ? " in a text" : string.Empty)}{(type.IsList ? "[]" : string.Empty)}";

    /// <summary>Whether a value of it is a struct in C#.</summary>
    public static bool IsValue(FieldType type) =>
        !type.IsList && type.Kind is not (FieldKind.Text or FieldKind.Map or FieldKind.Pairs or FieldKind.Embedded or FieldKind.Object);

    /// <param name="isRead">Whether the service fills the field, so that a narrower number refuses what was read.</param>
    public static Breaks Broken(FieldType before, FieldType after, bool isRead)
    {
        var isNarrower = isRead && Width(after.Kind) < Width(before.Kind);
        return (InCSharp(before) == InCSharp(after) ? Breaks.Nothing : Breaks.CSharp)
            | (OnWire(before) == OnWire(after) && !isNarrower ? Breaks.Nothing : Breaks.Wire);
    }

    private static (string?, bool, FieldKind) InCSharp(FieldType type) =>
        (
            type.Name,
            type.IsList,
            type.Kind switch
            {
                FieldKind.Money => FieldKind.Decimal,
                FieldKind.Flag => FieldKind.Boolean,
                FieldKind.Pairs => FieldKind.Map,
                var kind => kind,
            }
        );

    /// <summary>
    /// What an object has inside is told of its type; a name of its own says nothing on the wire, but that it may be another object.
    /// </summary>
    private static (string?, bool, FieldKind) OnWire(FieldType type) =>
        (
            type.Kind is FieldKind.Object or FieldKind.Embedded ? type.Name : null,
            type.IsList,
            type.Kind switch
            {
                FieldKind.Int64 or FieldKind.Decimal or FieldKind.Money or FieldKind.Enum or FieldKind.Duration => FieldKind.Int32,
                var kind => kind,
            }
        );

    private static int Width(FieldKind kind) =>
        kind switch
        {
            FieldKind.Int32 or FieldKind.Enum or FieldKind.Duration => 1,
            FieldKind.Int64 => 2,
            FieldKind.Decimal or FieldKind.Money => 3,
            _ => 0,
        };
}
