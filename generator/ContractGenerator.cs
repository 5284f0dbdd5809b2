using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Check;
using Esms.Toolkit.Contract.Model;
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
        var ofEndpoints = contracts.Where(static contract => contract.File.Endpoint is not null);
        var endpoints = ofEndpoints
            .Combine(taken)
            .SelectMany(
                static (pair, _) =>
                    Unless(
                        NameCollisions.Touches(pair.Left.File.Endpoint!.Types, pair.Left.File.Endpoint.Operation, pair.Right),
                        pair.Left.File.Endpoint
                    )
            )
            .WithTrackingName(StepNames.Endpoint);
        var others = contracts.Where(static contract => contract.File.Endpoint is null);
        var shared = others
            .Where(static contract => contract.File.Shared is { Types.Count: > 0 })
            .Combine(taken)
            .SelectMany(static (pair, _) => Unless(NameCollisions.Touches(pair.Left.File.Shared!.Types, null, pair.Right), pair.Left.File.Shared))
            .WithTrackingName(StepNames.SharedTypes);
        var inbound = others
            .Where(static contract => contract.File.Inbound is not null)
            .Combine(taken)
            .SelectMany(
                static (pair, _) =>
                    Unless(NameCollisions.Touches(pair.Left.File.Inbound!.Types, pair.Left.File.Inbound.Name, pair.Right), pair.Left.File.Inbound)
            )
            .WithTrackingName(StepNames.Inbound);
        var codes = others
            .SelectMany(static (contract, _) => Unless(contract.File.CodeTable is null, contract.File.CodeTable!))
            .WithTrackingName(StepNames.CodeTable);
        // Straight from the files: a chain of gatherings, each through all of the one before, would grow with the cube of the files.
        var types = files
            .Where(static file => file.Types.Count > 0)
            .Combine(declared)
            .Select(static (pair, _) => ContractReader.CheckTypes(pair.Left, pair.Right))
            .Collect()
            .Select(static (all, _) => new EquatableArray<TypeModel>(all.SelectMany(static own => own)))
            .WithTrackingName(StepNames.Types);
        var samples = ofEndpoints
            .Combine(types)
            .Select(static (pair, _) => SampleFit.Check(pair.Left.Syntax, pair.Left.File.Endpoint!, pair.Right))
            .WithTrackingName(StepNames.Samples);
        var index = endpoints
            .Select(static (endpoint, _) => new IndexEntry(endpoint.Client, endpoint.Operation, endpoint.Repeat.Key is not null))
            .Collect()
            .Select(static (entries, _) => EndpointIndex.Of(entries))
            .WithTrackingName(StepNames.Index);

        context.RegisterSourceOutput(contracts, static (output, contract) => Report(output, contract.File.Problems));
        context.RegisterSourceOutput(
            collisions.Combine(hidden),
            static (output, found) => Report(output, new(found.Left.Problems.Concat(found.Right)))
        );
        context.RegisterSourceOutput(samples, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(endpoints.Combine(settings), static (output, pair) => EndpointFile.Write(pair.Left, pair.Right).AddTo(output));
        context.RegisterSourceOutput(inbound.Combine(settings), static (output, pair) => InboundFile.Write(pair.Left, pair.Right).AddTo(output));
        context.RegisterSourceOutput(codes.Combine(settings), static (output, pair) => CodeTableFile.Write(pair.Left, pair.Right).AddTo(output));
        context.RegisterSourceOutput(shared.Combine(settings), static (output, pair) => TypesFile.Write(pair.Left, pair.Right).AddTo(output));
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

    /// <summary>The value or nothing, in the one step where others would take two: each step walks through all files after every edit.</summary>
    private static IEnumerable<T> Unless<T>(bool isLeftOut, T value) => isLeftOut ? [] : [value];

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
