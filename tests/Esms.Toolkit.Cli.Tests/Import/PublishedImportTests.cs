using System.Text.Json.Nodes;
using Esms.Cli.Tests.Export.Tools;
using Esms.Cli.Tests.Import.Tools;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Tests.Import;

/// <summary>Contracts from the published commands and answers alone.</summary>
public sealed class PublishedImportTests
{
    /// <summary>Pages whose command is that of another page, so that the import describes the other call; their answers fit all the same.</summary>
    private static readonly Dictionary<string, string> OtherCommand = new(StringComparer.Ordinal)
    {
        ["get-voice-call-status"] = "its command makes a call",
        ["send-zalo-message-using-post-x-form"] = "its command sends an advertising SMS",
    };

    [Fact]
    public void Of_56_pages_at_least_45_give_a_contract_that_is_right_and_reads_its_samples_unedited()
    {
        var contracts = new Dictionary<string, string>(StringComparer.Ordinal);
        var edits = new List<string>();
        foreach (var page in PublishedPage.All)
        {
            var (code, contract, told) = page.Import(page.Endpoint.Operation);
            if (code == 0)
                contracts.Add(page.Endpoint.Operation, contract);
            else
                edits.Add(
                    $"{page.Name}: {string.Join(' ', told.Split('\n').Where(static line => line.StartsWith("wrong: ", StringComparison.Ordinal)))}"
                );
        }

        var client = GeneratedClient.Compile(contracts);
        foreach (var page in PublishedPage.All.Where(page => contracts.ContainsKey(page.Endpoint.Operation)))
        {
            var differing = page
                .Answers.Where(answer => PlainJson.Of(answer) != PlainJson.Of(client.ReadAndWrite(page.Endpoint.Operation, answer)))
                .ToList();
            if (differing.Count > 0)
                edits.Add($"{page.Name}: reads {differing[0]} as {client.ReadAndWrite(page.Endpoint.Operation, differing[0])}");
        }

        var right = PublishedPage.All.Count - edits.Count - OtherCommand.Count;
        Assert.True(right >= 45, string.Join('\n', edits));
        // What is known to need an edit, so that a change for the worse, or for the better, is seen.
        Assert.Equal((53, ""), (right, string.Join('\n', edits)));
    }

    [Fact]
    public void What_is_imported_calls_what_the_contract_of_the_operation_calls()
    {
        foreach (var page in PublishedPage.All.Where(static page => !OtherCommand.ContainsKey(page.Name)))
        {
            var imported = Read(page.Import().Contract);

            Assert.Equal(
                (page.Name, page.Endpoint.Route.Method, Plain(page.Endpoint.Route)),
                (page.Name, imported.Route.Method, Plain(imported.Route))
            );
            Assert.Equal(
                (page.Name, Plain(page.Endpoint.Body.Kind), page.Endpoint.Body.XmlRoot),
                (page.Name, Plain(imported.Body.Kind), imported.Body.XmlRoot)
            );
            var keys = imported
                .Request.Where(static field => field.Role is FieldRole.ApiKey or FieldRole.SecretKey)
                .Select(static field => field.Role);
            Assert.Equal((page.Name, "ApiKey, SecretKey"), (page.Name, string.Join(", ", keys.Order())));
        }
    }

    [Fact]
    public void A_send_with_a_RequestId_is_keyed_a_look_up_is_safe_and_nothing_else_is_ever_repeated()
    {
        foreach (var page in PublishedPage.All.Where(static page => !OtherCommand.ContainsKey(page.Name)))
        {
            var imported = Read(page.Import().Contract);

            // To take a call that may bill for one that only reads would be the one dear mistake.
            if (page.Endpoint.Repeat.Rule != RepeatRule.Safe)
                Assert.True(imported.Repeat.Rule != RepeatRule.Safe, page.Name);
            if (imported.Repeat.Rule == RepeatRule.Keyed)
                Assert.True(
                    page.Endpoint.Repeat.Rule == RepeatRule.Keyed || page.Endpoint.Request.Any(static field => field.Wire == "RequestId"),
                    page.Name
                );
        }
    }

    [Fact]
    public void What_was_guessed_stands_in_the_contract_and_is_told()
    {
        var (_, contract, told) = PublishedPage.All.Single(static page => page.Endpoint.Operation == "SendCustomerCare").Import();

        var root = JsonNode.Parse(contract)!;
        Assert.StartsWith("Imported from a curl command. Guessed, to be checked by a person: ", (string)root["remarks"]!, StringComparison.Ordinal);
        Assert.Contains("SmsType is always \"2\".", (string)root["remarks"]!, StringComparison.Ordinal);
        Assert.Contains("guessed: SmsType is always \"2\".", told, StringComparison.Ordinal);
        Assert.All(
            root["request"]!.AsObject().Where(static field => field.Value!["type"] is not null),
            static field => Assert.Equal("Imported: say what it is.", (string?)field.Value!["summary"])
        );
    }

    private static EndpointModel Read(string contract) => (EndpointModel)ContractReader.Read("imported", contract).Model!;

    /// <summary>Some commands say text/plain of JSON where the page's own words, and so the contract, do not.</summary>
    private static BodyKind Plain(BodyKind kind) => kind == BodyKind.JsonAsText ? BodyKind.Json : kind;

    /// <summary>Pages spell the first part of the path in two ways.</summary>
    private static string Plain(Route route) =>
        (route.Origin + route.Path).Replace("/mainservice.svc/", "/MainService.svc/", StringComparison.Ordinal);
}
