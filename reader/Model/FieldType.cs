namespace Esms.Toolkit.Reader.Model;

/// <summary>The type of a field.</summary>
/// <param name="Name">Set for the types that contracts declare.</param>
/// <param name="IsList">Whether there are many of them, in a JSON list.</param>
/// <param name="Accepts">What else than its own form a reader accepts.</param>
/// <param name="DateForm">For a date: how it is written.</param>
/// <param name="Unit">For a duration: what its number counts.</param>
internal sealed record FieldType(
    FieldKind Kind,
    string? Name = null,
    bool IsList = false,
    Accepts Accepts = Accepts.Nothing,
    DateForm? DateForm = null,
    TimeUnit? Unit = null
);

internal enum FieldKind
{
    Text,
    Int32,
    Int64,
    Decimal,

    /// <summary>A decimal number of đồng.</summary>
    Money,
    Boolean,

    /// <summary>A boolean that is 0 or 1 on the wire.</summary>
    Flag,

    /// <summary>A date, or a date and a time, in Vietnam's zone.</summary>
    Date,
    Duration,

    /// <summary>An object with free names and texts as values.</summary>
    Map,

    /// <summary>The same as a list of objects {key, value}.</summary>
    Pairs,

    /// <summary>A number with names for the known values; others are kept as they are.</summary>
    Enum,

    /// <summary>An object with members of its own.</summary>
    Object,

    /// <summary>JSON inside a text.</summary>
    Embedded,
}

/// <summary>Forms of a value that are accepted beside its own; each is counted, for it tells of a service that drifts.</summary>
[Flags]
internal enum Accepts
{
    Nothing = 0,
    Text = 1,
    Number = 2,
    Boolean = 4,

    /// <summary>The text "null" for nothing.</summary>
    NullText = 8,
}
