namespace Esms.Toolkit.Reader.Model;

/// <summary>The types of a file that declares nothing else.</summary>
internal sealed record SharedTypes(EquatableArray<TypeModel> Types) : ContractModel(string.Empty, Types);
