using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Api.Tests.Listing;

/// <summary>What others can call in an assembly: a line for each type, and one below it for each of its members.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeType,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeType,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.None,
        SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral
    );

    private static readonly SymbolDisplayFormat Header = Format
        .WithMemberOptions(SymbolDisplayMemberOptions.None)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword);

    /// <summary>Attributes that change what a caller may do, or what its compiler says of it.</summary>
    private static readonly string[] Telling = ["Obsolete", "Flags", "Experimental", "RequiresDynamicCode", "RequiresUnreferencedCode"];

    // What this process runs on has every assembly that the listed ones refer to; the compiler takes a newer one for an older one.
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static IReadOnlyList<ApiLine> Of(string path)
    {
        var name = Path.GetFileName(path);
        var assembly = MetadataReference.CreateFromFile(path);
        var others = Platform.Where(other => Path.GetFileName(other.Display) != name);
        var compilation = CSharpCompilation.Create("Listing", references: [assembly, .. others]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!;
        return [.. TypesIn(symbol.GlobalNamespace).SelectMany(LinesOf).Order()];
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place) =>
        place
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .Where(IsVisible)
            .SelectMany(static inner => TypesIn(inner).Concat(inner is INamedTypeSymbol type ? [type] : []));

    private static IEnumerable<ApiLine> LinesOf(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        yield return new ApiLine(name, "", AttributesOf(type) + HeaderOf(type));
        if (type.TypeKind == TypeKind.Delegate)
            yield break;
        foreach (var member in type.GetMembers().Where(static member => IsVisible(member) && !IsPartOfAnother(member)))
            yield return new ApiLine(name, member.Name, "    " + AttributesOf(member) + member.ToDisplayString(Format));
    }

    private static string HeaderOf(INamedTypeSymbol type)
    {
        var bases = string.Join(", ", BasesOf(type));
        var name = type.ToDisplayString(
            type.TypeKind == TypeKind.Delegate ? Format.WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword) : Header
        );
        return $"{SyntaxFacts.GetText(type.DeclaredAccessibility)} {Modifiers(type)}{name}{(bases is "" ? "" : $" : {bases}")}";
    }

    private static string Modifiers(INamedTypeSymbol type) =>
        type switch
        {
            { TypeKind: not TypeKind.Class } => type.IsReadOnly ? "readonly " : "",
            { IsStatic: true } => "static ",
            { IsSealed: true } => "sealed ",
            { IsAbstract: true } => "abstract ",
            _ => "",
        };

    private static IEnumerable<string> BasesOf(INamedTypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Enum => [type.EnumUnderlyingType!.ToDisplayString(Format)],
            TypeKind.Class when type.BaseType is { SpecialType: not SpecialType.System_Object } parent =>
            [
                parent.ToDisplayString(Format),
                .. InterfacesOf(type),
            ],
            TypeKind.Delegate => [],
            _ => InterfacesOf(type),
        };

    private static IEnumerable<string> InterfacesOf(INamedTypeSymbol type) =>
        type.Interfaces.Where(IsVisible).Select(static one => one.ToDisplayString(Format)).Order(StringComparer.Ordinal);

    private static string AttributesOf(ISymbol symbol) =>
        string.Concat(
            symbol
                .GetAttributes()
                .Select(static attribute => attribute.AttributeClass!.Name.Replace("Attribute", "", StringComparison.Ordinal))
                .Where(Telling.Contains)
                .Order(StringComparer.Ordinal)
                .Select(static name => $"[{name}] ")
        );

    /// <summary>Accessors stand with their property; a nested type has a line as the others have; what the compiler adds is no news.</summary>
    private static bool IsPartOfAnother(ISymbol member) =>
        member is INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null } or { IsImplicitlyDeclared: true }
        || member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsVisible(ISymbol symbol) =>
        symbol is INamespaceSymbol
        || symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
