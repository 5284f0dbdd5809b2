using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>What a run brought out: files, problems, and why each step ran.</summary>
internal sealed class GeneratorOutcome
{
    private readonly Compilation _output;
    private readonly GeneratorRunResult _result;

    private GeneratorOutcome(Compilation output, GeneratorRunResult result)
    {
        _output = output;
        _result = result;
    }

    public IReadOnlyList<Diagnostic> Problems => _result.Diagnostics;

    public IReadOnlyDictionary<string, string> Files =>
        _result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText.ToString());

    public static GeneratorOutcome Of(Compilation input, GeneratorDriverRunResult result)
    {
        var run = Assert.Single(result.Results);
        Assert.Null(run.Exception);
        return new GeneratorOutcome(input.AddSyntaxTrees(result.GeneratedTrees), run);
    }

    /// <summary>Why the outputs of a step ran, those of single files one by one, in the order of their values.</summary>
    public IEnumerable<IncrementalStepRunReason> ReasonsOf(string step) =>
        _result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(static run => run.Outputs).Select(static output => output.Reason) : [];

    /// <summary>How many files were written anew.</summary>
    public int CountWritten() =>
        _result
            .TrackedOutputSteps.SelectMany(static step => step.Value)
            .SelectMany(static run => run.Outputs)
            .Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>The files whose text is another object than it was before: those that were written anew, be it to the same words.</summary>
    public IEnumerable<string> WrittenSince(GeneratorOutcome before)
    {
        var texts = before._result.GeneratedSources.ToDictionary(static file => file.HintName, static file => file.SourceText);
        return _result
            .GeneratedSources.Where(file => !texts.TryGetValue(file.HintName, out var text) || !ReferenceEquals(text, file.SourceText))
            .Select(static file => file.HintName);
    }

    /// <summary>Compiles everything; a warning is a failure here as an error is.</summary>
    /// <param name="expected">Warnings about what the test wrote.</param>
    public GeneratorOutcome AssertCompiles(params string[] expected)
    {
        var complaints = _output
            .GetDiagnostics(TestContext.Current.CancellationToken)
            // CS0612, CS0618: probes call deprecated operations on purpose.
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id is not ("CS0612" or "CS0618"))
            .Where(diagnostic =>
                !expected.Contains(diagnostic.Id) || diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true
            );
        var text = string.Join('\n', complaints);
        Assert.True(text.Length == 0, text);
        return this;
    }

    /// <summary>The warnings of an id that a compilation shows.</summary>
    public IEnumerable<Diagnostic> Warnings(string id) =>
        _output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Id == id && !diagnostic.IsSuppressed);

    /// <summary>The compiled project, for another that references it.</summary>
    public MetadataReference ToReference() => AssertCompiles()._output.ToMetadataReference();

    public Assembly Load()
    {
        AssertCompiles();
        using var image = new MemoryStream();
        Assert.True(_output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        return new AssemblyLoadContext("generated", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>Compiles, loads, and calls <c>Probe.RunAsync(handler)</c> of the source that the test gave.</summary>
    public Task<string> CallProbeAsync(HttpMessageHandler handler) =>
        (Task<string>)Load().GetType("Probe", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, [handler])!;
}
