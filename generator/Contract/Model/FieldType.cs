namespace Esms.Toolkit.Contract.Model;

/// <summary>The type of a field; <paramref name="Name"/> is set for the types that a contract declares itself.</summary>
internal sealed record FieldType(FieldKind Kind, string? Name = null);

internal enum FieldKind
{
    Text,
    Int32,
    Int64,
    Decimal,

    /// <summary>A decimal number of đồng.</summary>
    Money,
    Boolean,

    /// <summary>A number with names for the known values; others are kept as they are.</summary>
    Enum,
}
