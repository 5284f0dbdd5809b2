using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit;

/// <summary>
/// The pipeline, and nothing else. It starts from texts and never looks at symbols, so typing in C# runs none of it. Places in files leave by
/// the problem outputs only, so a contract that was only reformatted ends at <see cref="StepNames.Model"/>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context
            .AdditionalTextsProvider.SelectMany(static (text, cancellation) => ReadText(text, cancellation))
            .WithTrackingName(StepNames.Text)
            .Select(static (file, cancellation) => ContractSyntax.Parse(file.Path, file.Text, file.Encoding, cancellation))
            .WithTrackingName(StepNames.Syntax);
        var settings = context
            .AnalyzerConfigOptionsProvider.Select(static (options, _) => GeneratorSettings.Read(options.GlobalOptions))
            .WithTrackingName(StepNames.Settings);

        var declared = files
            .Select(static (file, _) => file.Types)
            .Collect()
            .Select(
                static (types, _) =>
                    new EquatableArray<DeclaredType>(types.SelectMany(static own => own).OrderBy(static type => type.Name, StringComparer.Ordinal))
            )
            .WithTrackingName(StepNames.DeclaredTypes);
        var contracts = files
            .Combine(declared)
            .Select(static (pair, _) => (Syntax: pair.Left, File: ContractReader.Check(pair.Left, pair.Right)))
            .WithTrackingName(StepNames.Contract);
        var names = files.Select(static (file, _) => file.Names).Collect();
        var collisions = names.Select(static (all, _) => NameCollisions.Find(all)).WithTrackingName(StepNames.Collisions);
        var hidden = names
            .Combine(settings)
            .Select(static (pair, _) => HiddenNames.Find(pair.Left, pair.Right))
            .WithTrackingName(StepNames.HiddenNames);
        // Without their places, which change with every edit above them.
        var declaredNames = names
            .Select(
                static (all, _) =>
                    new EquatableArray<string>(
                        all.SelectMany(static own => own).Where(static name => !name.IsGroup).Select(static name => name.Name).Distinct()
                    )
            )
            .WithTrackingName(StepNames.DeclaredNames);
        var taken = collisions.Select(static (found, _) => found.Names).WithTrackingName(StepNames.TakenNames);
        var models = contracts
            .Combine(taken)
            .SelectMany(static (pair, _) => WithoutCollisions(pair.Left.File.Model, pair.Right))
            .WithTrackingName(StepNames.Model);
        // Straight from the files: a chain of gatherings, each through all of the one before, would grow with the cube of the files.
        var types = files
            .Where(static file => file.Types.Count > 0)
            .Combine(declared)
            .Select(static (pair, _) => ContractReader.CheckTypes(pair.Left, pair.Right))
            .Collect()
            .Select(static (all, _) => new EquatableArray<TypeModel>(all.SelectMany(static own => own)))
            .WithTrackingName(StepNames.Types);
        var samples = contracts
            .Where(static contract => contract.File.Model is EndpointModel)
            .Combine(types)
            .Select(static (pair, _) => SampleChecker.Check(pair.Left.Syntax, (EndpointModel)pair.Left.File.Model!, pair.Right))
            .WithTrackingName(StepNames.Samples);
        var index = models
            .SelectMany(static (model, _) => IndexEntry.Of(model))
            .Collect()
            .Select(static (entries, _) => EndpointIndex.Of(entries))
            .WithTrackingName(StepNames.Index);

        context.RegisterSourceOutput(contracts, static (output, contract) => Report(output, contract.File.Problems));
        context.RegisterSourceOutput(
            collisions.Combine(hidden),
            static (output, found) => Report(output, new(found.Left.Problems.Concat(found.Right)))
        );
        context.RegisterSourceOutput(samples, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(models.Combine(settings), static (output, pair) => ModelFile.Write(pair.Left, pair.Right)?.AddTo(output));
        context.RegisterSourceOutput(
            index.Combine(settings).Combine(declaredNames),
            static (output, parts) => AddIndex(output, parts.Left.Left, parts.Left.Right, parts.Right)
        );
    }

    private static IEnumerable<(string Path, string Text, string? Encoding)> ReadText(AdditionalText text, CancellationToken cancellation)
    {
        if (!text.Path.EndsWith(".esms.json", StringComparison.OrdinalIgnoreCase))
            return [];
        var source = text.GetText(cancellation);
        return [(text.Path, source?.ToString() ?? string.Empty, source?.Encoding?.WebName)];
    }

    /// <summary>The model or nothing, in one step and not in two: each step walks through all files after every edit.</summary>
    private static IEnumerable<ContractModel> WithoutCollisions(ContractModel? model, EquatableArray<string> taken) =>
        model is null || NameCollisions.Touches(model, taken) ? [] : [model];

    private static void Report(SourceProductionContext output, EquatableArray<Problem> problems)
    {
        foreach (var problem in problems)
            output.ReportDiagnostic(ProblemDescriptors.ToDiagnostic(problem));
    }

    private static void AddIndex(SourceProductionContext output, EndpointIndex index, GeneratorSettings settings, EquatableArray<string> declared)
    {
        if (index.Entries.Count > 0 && settings.RootClient is { } root && RootClientName.Reason(settings, index, declared) is { } reason)
        {
            output.ReportDiagnostic(ProblemDescriptors.ToDiagnostic(ProblemKinds.InvalidRootClient, root, reason));
            settings = settings with { RootClient = null };
        }
        foreach (var file in IndexFiles.Write(index, settings))
            file.AddTo(output);
    }
}
