namespace Esms.Toolkit.Reader.Model;

/// <summary>A type that a contract declares.</summary>
internal abstract record TypeModel(string Name, string Summary);

/// <summary>A set of numbers with names.</summary>
internal sealed record EnumModel(string Name, string Summary, EquatableArray<EnumValue> Values) : TypeModel(Name, Summary);

internal sealed record EnumValue(int Number, string Name, string Summary);

/// <summary>An object, or a list whose every position has a meaning of its own.</summary>
/// <param name="IsPositional">Whether it is a list; the wire names of its fields mean nothing then.</param>
/// <param name="Choice">The choice that the object is one shape of, if any.</param>
internal sealed record ObjectModel(string Name, string Summary, EquatableArray<Field> Fields, bool IsPositional, string? Choice)
    : TypeModel(Name, Summary);

/// <summary>One of several objects.</summary>
/// <param name="By">The member whose fixed text tells which.</param>
internal sealed record ChoiceModel(string Name, string Summary, string By, EquatableArray<ChoiceCase> Cases) : TypeModel(Name, Summary);

internal sealed record ChoiceCase(string Value, string Type);
