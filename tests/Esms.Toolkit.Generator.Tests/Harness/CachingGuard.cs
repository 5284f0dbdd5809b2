using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>Demands that a run without any change did no work.</summary>
internal static class CachingGuard
{
    public static void AssertAllCached(GeneratorDriverRunResult result)
    {
        var run = result.Results.Single();
        var steps = run.TrackedSteps.Where(static step => !IsInput(step.Key)).Concat(run.TrackedOutputSteps);
        foreach (
            var (name, reason) in steps.SelectMany(static step =>
                step.Value.SelectMany(run => run.Outputs.Select(output => (step.Key, output.Reason)))
            )
        )
        {
            if (reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
                Assert.Fail($"The step {name} ran again ({reason}) although nothing had changed.");
        }
    }

    /// <summary>What Roslyn hands in; a copy of a compilation is a new compilation.</summary>
    private static bool IsInput(string step) =>
        step is "Compilation" or "AnalyzerConfigOptions" or "AdditionalTexts" or "ParseOptions" or "MetadataReferences";
}
