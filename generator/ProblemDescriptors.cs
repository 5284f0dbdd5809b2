using Esms.Toolkit.Reader.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Toolkit;

/// <summary>Shows problems of contracts in the compiler's way.</summary>
internal static class ProblemDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = ProblemKinds.All.ToDictionary(static kind => kind.Id, Describe);

    public static Diagnostic ToDiagnostic(Problem problem) =>
        Diagnostic.Create(Descriptors[problem.Kind.Id], ToLocation(problem.Place), [.. problem.Arguments]);

    /// <summary>A problem of the project, which no file has.</summary>
    public static Diagnostic ToDiagnostic(ProblemKind kind, params string[] arguments) =>
        Diagnostic.Create(Descriptors[kind.Id], Location.None, [.. arguments]);

    public static DiagnosticDescriptor Describe(ProblemKind kind) =>
#pragma warning disable RS1033 // The descriptors are made of ProblemKinds, which a test compares with the pages and the release files.
        new(
            kind.Id,
            kind.Title,
            kind.Message,
            "Esms.Contract",
            kind.IsWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: kind.HelpLink
        );
#pragma warning restore RS1033

    private static Location ToLocation(SourcePlace place) =>
        Location.Create(
            place.Path,
            new TextSpan(place.Range.Start, place.Range.Length),
            new LinePositionSpan(new(place.From.Line, place.From.Column), new(place.To.Line, place.To.Column))
        );
}
