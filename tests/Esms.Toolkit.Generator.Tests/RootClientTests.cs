using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests;

/// <summary>A name in EsmsRootClient that no class can have is one error, and the contracts are generated without that class.</summary>
public sealed class RootClientTests
{
    private static readonly TestContract[] Contracts =
    [
        TestContract.Everything,
        .. TestContract.Travels,
        TestContract.GetSendStatus,
        TestContract.SendStatus,
    ];

    public static TheoryData<string, string> Bad =>
        new()
        {
            { "My.Sms", "it must be one name" },
            { "class", "it must be one name" },
            { "shopClient", "it must be one name" },
            { "My Sms", "it must be one name" },
            { "3Client", "it must be one name" },
            { "Shop-Client", "it must be one name" },
            { "Shop<T>", "it must be one name" },
            { "EverythingClient", "a class of that name is generated from a contract" },
            { "IEverythingClient", "a class of that name is generated from a contract" },
            { "FindEverythingRequest", "a class of that name is generated from a contract" },
            { "FindEverythingRequestJson", "a class of that name is generated from a contract" },
            { "GetSendStatusEndpoint", "a class of that name is generated from a contract" },
            { "SharedKind", "a class of that name is generated from a contract" },
            { "SendStatus", "a class of that name is generated from a contract" },
            { "CalledBack", "a class of that name is generated from a contract" },
            { "CalledBackReply", "a class of that name is generated from a contract" },
            { "Everything", "the class has a member of that name" },
            { "Connection", "the class has a member of that name" },
            { "With", "the class has a member of that name" },
            { "Clients", "that name is kept for generated code" },
            { "ESMSJSONCONTEXT", "that name is kept for generated code" },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_name_is_one_error_that_says_why(string name, string reason)
    {
        var outcome = GeneratorHarness.Start(Contracts, rootClient: name).Run().AssertCompiles();

        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("ESMS020", DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.StartsWith($"The property EsmsRootClient cannot be '{name}': {reason}", problem.GetMessage(null), StringComparison.Ordinal);
        Assert.EndsWith("generator/docs/ESMS020.md", problem.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains("Everything.FindEverything.g.cs", outcome.Files.Keys);
    }

    [Theory]
    [InlineData("ShopClient", "AddShop")]
    [InlineData("Shop_Client2", "AddShop_Client2")]
    [InlineData("Client", "AddClient")]
    [InlineData("Chợ", "AddChợ")]
    [InlineData("Task", "AddTask")]
    [InlineData("Registration", "AddRegistration")]
    public void A_good_name_is_that_of_the_class_and_of_the_method_that_adds_it(string name, string method)
    {
        var outcome = GeneratorHarness.Start(Contracts, rootClient: name).Run().AssertCompiles();

        Assert.Empty(outcome.Problems);
        Assert.Contains($"public sealed class {name} :", outcome.Files[$"{name}.g.cs"], StringComparison.Ordinal);
        Assert.Contains($" {method}(this ", outcome.Files[$"{name}.Registration.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_contracts_there_is_nothing_to_name() => Assert.Empty(GeneratorHarness.Start([], rootClient: "My.Sms").Run().Problems);
}
