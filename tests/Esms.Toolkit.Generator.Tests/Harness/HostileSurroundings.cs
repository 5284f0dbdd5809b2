using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// A project that has a type of its own for every name in generated code, and an extension method for every method that is called there. The names
/// are taken from the generated code, so that a name which it begins to use is among them.
/// </summary>
internal static class HostileSurroundings
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp11);

    /// <param name="files">What was generated.</param>
    /// <param name="place">The namespace of the hostile types; empty for the global one.</param>
    /// <returns>The types, which generated code does not declare itself.</returns>
    public static string Around(IEnumerable<string> files, string place)
    {
        var roots = files.Select(static file => CSharpSyntaxTree.ParseText(file, Options).GetRoot()).ToList();
        var declared = roots
            .SelectMany(static root => root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .Select(static type => type.Identifier.Text);
        var names = roots
            .SelectMany(static root => root.DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
            .Select(static name => name.Identifier.ValueText)
            .Append("var")
            .Except(declared)
            .Except(roots.SelectMany(NamesOfNamespace))
            .Order(StringComparer.Ordinal)
            .ToList();
        var isGlobal = place.Length == 0;
        var types = names
            .Where(name => !isGlobal || name is not ("System" or "Microsoft" or "Esms"))
            .Select(static name => $"public class @{name} {{ }}");
        var methods = roots
            .SelectMany(CalledMethods)
            .Distinct()
            .Select(static name => $"public static int {name}<T>(this T value, params object[] more) => 0;");
        var text = $$"""
            {{string.Join('\n', types)}}
            public static class HostileExtensions
            {
                {{string.Join("\n    ", methods)}}
                public static int SequenceEqual<T>(this global::System.ReadOnlySpan<T> value, global::System.ReadOnlySpan<T> other) => 0;
            }
            """;
        return isGlobal ? text : $"namespace {place}\n{{\n{text}\n}}";
    }

    private static IEnumerable<string> NamesOfNamespace(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(static space => space.Name.DescendantNodesAndSelf())
            .OfType<SimpleNameSyntax>()
            .Select(static name => name.Identifier.Text);

    private static IEnumerable<string> CalledMethods(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Select(static call => call.Expression)
            .OfType<MemberAccessExpressionSyntax>()
            .Select(static call => call.Name.Identifier.Text);
}
