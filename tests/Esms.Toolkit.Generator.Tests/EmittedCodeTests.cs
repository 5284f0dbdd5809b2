using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>What the generator writes, compared with what was read and approved.</summary>
public sealed class EmittedCodeTests
{
    /// <summary>The approved files; the project Esms.Toolkit.GeneratedCode compiles them together, with all analyzers.</summary>
    public static TheoryData<string> ApprovedFiles =>
        [
            "Messages.GetSendStatus",
            "Everything.FindEverything",
            "Everything.AskByAddress",
            "Everything.SendAsForm",
            "Everything.SendAsXml",
            "Inbound.CalledBack",
            "Types.SendStatus",
            "Types.SharedKind",
            "Clients",
            "EsmsJsonContext",
            "EsmsKeyedSends",
            "EsmsClient",
            "EsmsClient.Registration",
        ];

    [Theory]
    [MemberData(nameof(ApprovedFiles))]
    public void The_output_is_what_was_approved(string file)
    {
        var outcome = GeneratorHarness
            .Start([TestContract.GetSendStatus, TestContract.SendStatus, TestContract.Everything, .. TestContract.Travels], rootClient: "EsmsClient")
            .Run()
            .AssertCompiles();

        Assert.Equal(string.Empty, string.Join('\n', outcome.Problems));
        Assert.Equal(ApprovedFiles.Count, outcome.Files.Count);
        Snapshot.Match(file, ".cs", outcome.Files[$"{file}.g.cs"]);
    }

    [Fact]
    public void A_new_field_in_the_contract_is_a_documented_property()
    {
        var edited = TestContract.GetSendStatus.Edit(
            "\"TotalSent\": {",
            "\"Waiting\": { \"type\": \"long\", \"summary\": \"How many wait.\" },\n\"TotalSent\": {"
        );

        var source = GeneratorHarness.Run(edited, TestContract.SendStatus).AssertCompiles().Files["Messages.GetSendStatus.g.cs"];

        Assert.Contains(
            "/// <summary>How many wait. Null when the response omits it.</summary>\n    public long? Waiting { get; init; }",
            source,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_contracts_nothing_is_generated() => Assert.Empty(GeneratorHarness.Run().Files);

    [Fact]
    public void Several_clients_share_an_assembly()
    {
        var outcome = GeneratorHarness
            .Run(
                TestContract.GetSendStatus,
                TestContract.SendStatus,
                TestContract.Everything,
                TestContract.Smallest("GetOne"),
                TestContract.Smallest("GetTwo")
            )
            .AssertCompiles();

        Assert.Equal(
            [
                "Account.GetOne.g.cs",
                "Account.GetTwo.g.cs",
                "Clients.g.cs",
                "EsmsJsonContext.g.cs",
                "EsmsKeyedSends.g.cs",
                "Everything.FindEverything.g.cs",
                "Messages.GetSendStatus.g.cs",
                "Types.SendStatus.g.cs",
            ],
            outcome.Files.Keys.Order(StringComparer.Ordinal)
        );
    }
}
