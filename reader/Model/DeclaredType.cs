namespace Esms.Toolkit.Reader.Model;

/// <summary>The name and the kind of a type that some file declares: all that another file may know of it.</summary>
internal sealed record DeclaredType(string Name, FieldKind Kind);
