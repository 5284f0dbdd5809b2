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
        var page = Page.Parse(
            "a.md",
            """
            # A

            ```csharp
            var id = 5;
            ```

            Goes on:

            <!-- snippet: continues -->
            ```csharp
            Console.WriteLine(id);

            esms.Sms.Send();
            ```
            """
        );

        var complaint = Assert.Single(Snippet.Of(page, page.Blocks[1]).Complaints());
        Assert.StartsWith("a.md(13): CS1061: 'ISmsClient'", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_counts()
    {
        var page = Page.Parse(
            "a.md",
            """
            ```csharp
            string text = null;
            Console.WriteLine(text);
            ```
            """
        );

        Assert.StartsWith("a.md(2): CS8600: ", Assert.Single(Snippet.Of(page, page.Blocks[0]).Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_fails_when_it_runs_fails()
    {
        var page = Page.Parse(
            "a.md",
            """
            ```csharp
            using var client = new EsmsClient(new EsmsOptions { ApiKey = "…", SecretKey = "…" });
            var status = await client.Messages.GetSendStatusAsync("unknown");
            ```
            """
        );

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => Snippet.Of(page, page.Blocks[0]).RunAsync());
        Assert.Equal(EsmsResultCode.NotFound, refusal.Code);
    }

    [Fact]
    public void The_contracts_of_a_section_are_there_and_no_others()
    {
        var page = Page.Parse(
            "a.md",
            """
            # A

            ```json
            {
              "operation": "TryIt", "client": "Trials", "summary": "Tries.", "docs": "https://developers.esms.vn",
              "post": "https://rest.esms.vn/TryIt", "repeat": "safe", "request": {}, "response": { "Code": { "result": ["100"] } }
            }
            ```

            ```csharp
            await new TrialsClient(esms.Connection).TryItAsync();
            ```

            # B

            ```csharp
            await new TrialsClient(esms.Connection).TryItAsync();
            ```
            """
        );

        Assert.Empty(Snippet.Of(page, page.Blocks[1]).Complaints());
        Assert.StartsWith("a.md(17): CS0246: ", Assert.Single(Snippet.Of(page, page.Blocks[2]).Complaints()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_piece_of_a_contract_is_told_at_its_line()
    {
        var page = Page.Parse(
            "a.md",
            """
            <!-- snippet: request, each line -->
            ```json
            "A": { "type": "string", "summary": "A." }
            "B": { "type": "strin", "summary": "B." }
            ```
            """
        );

        var problem = Assert.Single(ContractBlock.Of(page.Blocks[0]).SelectMany(static contract => contract.Problems()));
        Assert.Equal(
            (
                "ESMS005",
                "a.md(4): ESMS005: Unknown type 'strin'; did you mean 'string'? Types are string, int, long, decimal, money, bool, flag, date, duration, map, pairs, and those under \"types\""
            ),
            problem
        );
    }
}
