using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Esms.Docs.Tests.Contracts;
using Esms.Docs.Tests.Markdown;
using Esms.Emulator;
using Esms.Toolkit.Reader.Problems;
using Microsoft.Extensions.Configuration;

namespace Esms.Docs.Tests;

/// <summary>Contracts and other data on the pages are what they should be, to those who read them.</summary>
public sealed class ContractTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static TheoryData<string, int> Blocks => Page.Cases(static block => block.Language == "json");

    public static TheoryData<string> Ids => [.. ProblemKinds.All.Select(static kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Data_is_read(string path, int line)
    {
        var block = Page.BlockAt(path, line);
        if (ContractBlock.MarkedProblem(block) is { } id)
            Assert.Equal([id], IdsOf(ContractBlock.Of(block).Single(), id));
        else if (ContractBlock.IsContract(block) || ContractBlock.IsPiece(block))
            Report.AssertNone(ContractBlock.Of(block).SelectMany(static contract => contract.Problems()).Select(static problem => problem.Text));
        else
            Report.AssertNone(MistakesOfJson(block));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_a_page_with_a_contract_that_has_it_and_one_that_has_not(string id)
    {
        var kind = ProblemKinds.All.Single(kind => kind.Id == id);
        var page = Page.Of($"generator/docs/{id}.md");

        Assert.Equal($"{id}: {kind.Title}", page.Headings[0].Text);
        Assert.EndsWith(page.Path, kind.HelpLink, StringComparison.Ordinal);
        Assert.Equal([id, null], page.Blocks.Select(ContractBlock.MarkedProblem));
    }

    [Fact]
    public void The_index_lists_every_id_with_its_title()
    {
        var index = File.ReadLines(Repository.PathOf("generator", "docs", "README.md"));
        var rows = index.Where(static line => line.StartsWith("| [", StringComparison.Ordinal));

        Assert.Equal(
            ProblemKinds.All.Select(static kind => $"| [{kind.Id}]({kind.Id}.md) | {kind.Title} "),
            rows.Select(static row => string.Join('|', row.Split('|')[..3]))
        );
    }

    [Fact]
    public void The_settings_of_the_emulator_are_settings()
    {
        var settings = Page.Of("docs/emulator.md").Blocks.Single(static block => block.Language == "json");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(settings.Text));

        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var options = configuration.Get<EsmsEmulatorOptions>(static binder => binder.ErrorOnUnknownConfiguration = true)!;

        Assert.Equal(500000, options.Balance);
    }

    [Fact]
    public void Xml_is_xml() =>
        Assert.All(Page.AllBlocks.Where(static block => block.Language == "xml"), static block => XElement.Parse($"<block>{block.Text}</block>"));

    /// <summary>What is wrong beside something else: a second contract of the name, or what the project sets.</summary>
    private static readonly Dictionary<string, (string Name, string Value)> Properties = new()
    {
        [ProblemKinds.InvalidRootClient.Id] = ("EsmsRootClient", "ThingsClient"),
        [ProblemKinds.HidesBuiltIn.Id] = ("EsmsHasBuiltInClients", "true"),
    };

    private static IEnumerable<string> IdsOf(ContractBlock contract, string expected) =>
        contract
            .Problems(expected == ProblemKinds.NameTaken.Id ? "other" : null, Properties.TryGetValue(expected, out var property) ? [property] : [])
            .Select(static problem => problem.Id)
            .Distinct();

    private static IEnumerable<string> MistakesOfJson(Block block)
    {
        try
        {
            JsonDocument.Parse(block.Text, Lenient).Dispose();
            return [];
        }
        catch (JsonException exception)
        {
            return [$"{block.At((int)(exception.LineNumber ?? 0))}: {exception.Message}"];
        }
    }
}
