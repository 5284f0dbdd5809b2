using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests;

/// <summary>A contract of one's own with a name of the built-in ones would take the place of theirs in the code that is there.</summary>
public sealed class HiddenNamesTests
{
    [Fact]
    public void A_group_named_as_a_built_in_one_is_a_warning_at_its_name()
    {
        var contract = TestContract.Smallest("GetThing", "Sms");

        var problem = Assert.Single(Run(hasBuiltIn: true, contract).Problems);

        Assert.Equal(("ESMS021", DiagnosticSeverity.Warning), (problem.Id, problem.Severity));
        Assert.Equal("Sms", contract.Text.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Equal(
            "Esms.Toolkit also has 'Sms', which this one hides in the namespace Shop.Messaging; choose another name, such as 'MySms'",
            problem.GetMessage(null)
        );
    }

    [Fact]
    public void So_are_operations_and_types_of_built_in_names() =>
        Assert.Equal(
            ["GetSendStatus", "Messages", "SendStatus"],
            Run(hasBuiltIn: true, TestContract.GetSendStatus, TestContract.SendStatus)
                .Problems.Select(static problem => problem.GetMessage(null).Split('\'')[1])
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_project_without_the_built_in_clients_may_use_their_names() =>
        Assert.Empty(Run(hasBuiltIn: false, TestContract.GetSendStatus, TestContract.SendStatus).Problems);

    [Fact]
    public void Other_names_are_no_warning() => Assert.Empty(Run(hasBuiltIn: true, TestContract.Smallest("CountThings", "Things")).Problems);

    [Fact]
    public void The_names_are_those_of_the_built_in_contracts()
    {
        var folder = Path.Combine(TestContract.ProjectDirectory, "..", "..", "contracts");
        var files = Directory
            .GetFiles(folder, "*.esms.json", SearchOption.AllDirectories)
            .Select(static path => Reader.ContractSyntax.Parse(path, File.ReadAllText(path)))
            .SelectMany(static file => file.Names)
            .ToLookup(static name => name.IsGroup, static name => name.Name);

        Assert.Equal(files[true].Distinct().Order(StringComparer.Ordinal), BuiltInNames.Groups.Order(StringComparer.Ordinal));
        Assert.Equal(files[false].Order(StringComparer.Ordinal), BuiltInNames.Others.Order(StringComparer.Ordinal));
    }

    /// <summary>Their context is Esms.EsmsJsonContext, and code beside one of that name could not use it.</summary>
    [Theory]
    [InlineData("Esms")]
    [InlineData("esms")]
    [InlineData("_")]
    [InlineData("-")]
    public void The_context_of_a_project_that_is_called_Esms_hides_none(string name)
    {
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Smallest("CountThings", "Things")],
                properties: [("EsmsHasBuiltInClients", "true"), ("RootNamespace", name), ("AssemblyName", name)]
            )
            .Run()
            .AssertCompiles();

        Assert.Contains(" class AppEsmsJsonContext ", outcome.Files["EsmsJsonContext.g.cs"], StringComparison.Ordinal);
    }

    /// <summary>A copy that an output folder has is found by its folder.</summary>
    [Fact]
    public void Two_files_of_one_name_are_told_apart_by_their_folders()
    {
        var text = TestContract.Smallest("CountThings", "Things").Text;

        var problems = GeneratorHarness
            .Run(new TestContract("/src/app/GetThing.esms.json", text), new TestContract("/src/app/out/GetThing.esms.json", text))
            .Problems.Select(static problem => problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(
            ["app/GetThing.esms.json", "app/out/GetThing.esms.json"],
            problems
                .Select(static message => message.Split(' ', ';').Single(static word => word.Contains(".esms.json", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
        );
    }

    private static GeneratorOutcome Run(bool hasBuiltIn, params IEnumerable<TestContract> contracts) =>
        GeneratorHarness.Start(contracts, properties: [("EsmsHasBuiltInClients", hasBuiltIn ? "true" : "")]).Run().AssertCompiles();
}
