namespace Esms.Toolkit.Contract.Model;

/// <summary>A set of numbers with names.</summary>
internal sealed record EnumModel(string Name, string Summary, EquatableArray<EnumValue> Values);

internal sealed record EnumValue(int Number, string Name, string Summary);
