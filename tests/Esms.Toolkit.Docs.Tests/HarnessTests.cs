using Esms.Docs.Tests.Contracts;
using Esms.Docs.Tests.Markdown;
using Esms.Docs.Tests.Snippets;

namespace Esms.Docs.Tests;

/// <summary>What is wrong on a page is told, with the page and the line.</summary>
public sealed class HarnessTests
{
    [Fact]
    public void Code_that_does_not_compile_is_told_at_its_line()
    {
        var page = Page.Parse("a.md", "# A\n\n```csharp\nvar id = 5;\n```\n\nGoes on:\n\n<!-- snippet: continues -->\n```csharp\nConsole.WriteLine(id);\n\nesms.Sms.Send();\n```\n");

        Assert.StartsWith("a.md(13): CS1061: 'ISmsClient'", Assert.Single(Snippet.Of(page, page.Blocks[1]).Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_counts()
    {
        var page = Page.Parse("a.md", "```csharp\nstring text = null;\nConsole.WriteLine(text);\n```\n");

        Assert.StartsWith("a.md(2): CS8600: ", Assert.Single(Snippet.Of(page, page.Blocks[0]).Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_fails_when_it_runs_fails()
    {
        var page = Page.Parse("a.md", "```csharp\nusing var client = new EsmsClient(new EsmsOptions { ApiKey = \"…\", SecretKey = \"…\" });\nvar status = await client.Messages.GetSendStatusAsync(\"unknown\");\n```\n");

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => Snippet.Of(page, page.Blocks[0]).RunAsync());
        Assert.Equal(EsmsResultCode.NotFound, refusal.Code);
    }

    [Fact]
    public void The_contracts_of_a_section_are_there_and_no_others()
    {
        const string Contract = """{ "operation": "TryIt", "client": "Trials", "summary": "Tries.", "docs": "https://developers.esms.vn", "post": "https://rest.esms.vn/TryIt", "repeat": "safe", "request": {}, "response": { "Code": { "result": ["100"] } } }""";
        const string Use = "```csharp\nawait new TrialsClient(esms.Connection).TryItAsync();\n```\n";
        var page = Page.Parse("a.md", $"# A\n\n```json\n{Contract.Replace("{ \"operation\"", "{\n  \"operation\"", StringComparison.Ordinal)}\n```\n\n{Use}\n# B\n\n{Use}");

        Assert.Empty(Snippet.Of(page, page.Blocks[1]).Complaints());
        Assert.StartsWith("a.md(15): CS0246: ", Assert.Single(Snippet.Of(page, page.Blocks[2]).Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_piece_of_a_contract_is_told_at_its_line()
    {
        var page = Page.Parse("a.md", "<!-- snippet: request, each line -->\n```json\n\"A\": { \"type\": \"string\", \"summary\": \"A.\" }\n\"B\": { \"type\": \"strin\", \"summary\": \"B.\" }\n```\n");

        var problem = Assert.Single(ContractBlock.Of(page.Blocks[0]).SelectMany(static contract => contract.Problems()));
        Assert.Equal(("ESMS005", "a.md(4): ESMS005: There is no type 'strin'; did you mean 'string'?"), problem);
    }
}
