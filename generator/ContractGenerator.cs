using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Problems;
using Esms.Toolkit.Emit;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit;

/// <summary>
/// The pipeline, and nothing but the pipeline. It starts from texts and never looks at symbols, so typing in C# runs none of it. Places
/// leave by the problem outputs only, so a contract that was merely reformatted ends at <see cref="StepNames.Endpoint"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static text => text.Path.EndsWith(".esms.json", StringComparison.OrdinalIgnoreCase))
            .Select(static (text, cancellation) => ReadText(text, cancellation))
            .WithTrackingName(StepNames.Text)
            .Select(static (file, cancellation) => ContractReader.Read(file.Path, file.Text, cancellation))
            .WithTrackingName(StepNames.File);
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => GeneratorSettings.Read(options.GlobalOptions))
            .WithTrackingName(StepNames.Settings);

        var collisions = files
            .Select(static (file, _) => file.Names)
            .Collect()
            .Select(static (names, _) => NameCollisions.Find(names))
            .WithTrackingName(StepNames.Collisions);
        var taken = collisions
            .Select(static (found, _) => found.Names)
            .WithTrackingName(StepNames.TakenNames);
        var endpoints = files
            .Where(static file => file.Endpoint is not null)
            .Select(static (file, _) => file.Endpoint!)
            .Combine(taken)
            .Where(static pair => !pair.Left.DeclaresAny(pair.Right))
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(StepNames.Endpoint);
        var index = endpoints
            .Select(static (endpoint, _) => new IndexEntry(endpoint.Client, endpoint.Operation))
            .Collect()
            .Select(static (entries, _) => EndpointIndex.Of(entries))
            .WithTrackingName(StepNames.Index);

        context.RegisterSourceOutput(files, static (output, file) => Report(output, file.Problems));
        context.RegisterSourceOutput(collisions, static (output, found) => Report(output, found.Problems));
        context.RegisterSourceOutput(endpoints.Combine(settings), static (output, pair) => EndpointFile.Write(pair.Left, pair.Right).AddTo(output));
        context.RegisterSourceOutput(index.Combine(settings), static (output, pair) => AddIndex(output, pair.Left, pair.Right));
    }

    private static (string Path, string Text) ReadText(AdditionalText text, CancellationToken cancellation) =>
        (text.Path, text.GetText(cancellation)?.ToString() ?? string.Empty);

    private static void Report(SourceProductionContext output, EquatableArray<Problem> problems)
    {
        foreach (var problem in problems)
            output.ReportDiagnostic(ProblemDescriptors.ToDiagnostic(problem));
    }

    private static void AddIndex(SourceProductionContext output, EndpointIndex index, GeneratorSettings settings)
    {
        foreach (var file in IndexFiles.Write(index, settings))
            file.AddTo(output);
    }
}
