using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Esms.Toolkit.Tests;

/// <summary>Tests of the tests: what the harness should catch, it catches.</summary>
public sealed class GraphGuardTests
{
    [Fact]
    public void An_additional_text_in_the_pipeline_is_found()
    {
        var exception = Assert.ThrowsAny<XunitException>(() =>
            GeneratorHarness.Start([TestContract.GetSendStatus], generator: new LeakyGenerator()).Run()
        );

        Assert.Contains(
            "The pipeline holds a TestText at Contract.<Inner>k__BackingField[].<Leaked>k__BackingField",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_step_that_runs_at_every_keystroke_is_found()
    {
        var exception = Assert.ThrowsAny<XunitException>(() =>
            GeneratorHarness.Start([TestContract.GetSendStatus], generator: new RestlessGenerator()).Run()
        );

        Assert.Contains("The step Contract ran again", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Keeps a Roslyn object two levels deep, in a model that compares equal all the same.</summary>
    private sealed class LeakyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context
                    .AdditionalTextsProvider.Select(static (text, _) => new Outer([new Inner(text.Path, text)]))
                    .WithTrackingName(StepNames.Contract),
                static (_, _) => { }
            );
    }

    private sealed class RestlessGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(
                context.CompilationProvider.Select(static (_, _) => new object()).WithTrackingName(StepNames.Contract),
                static (_, _) => { }
            );
    }

    private sealed record Outer(Inner[] Inner);

    private sealed record Inner(string Path, object Leaked);
}
