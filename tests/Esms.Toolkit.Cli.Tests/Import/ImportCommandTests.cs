using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("esms-import").FullName;

    [Fact]
    public async Task A_process_makes_a_contract_of_broken_answers_and_tells_what_it_mended()
    {
        var one = Write("one.json", "{ \"CodeResult\": \"100\", \"Total\": 2\n  \"Price\": 850.0000, }");
        var two = Write("two.json", """{ "CodeResult": "101", "Total": "2", "ErrorMessage": "Authorize Failed" }""");
        var target = Path.Combine(_folder, "Count.esms.json");

        var run = await EsmsProcess.RunAsync(
            [
                "contracts",
                "import",
                "json",
                one,
                two,
                "--operation",
                "CountThings",
                "--client",
                "Things",
                "--get",
                "https://rest.esms.vn/MainService.svc/json/CountThings",
                "-o",
                target,
            ]
        );

        run.AssertEndsWith(0);
        Assert.Contains($"mended: {one}(2,3): a comma is missing; it was put in", run.Error, StringComparison.Ordinal);
        var contract = JsonNode.Parse(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken))!;
        Assert.Equal("""{"result":["100"]}""", contract["response"]!["CodeResult"]!.ToJsonString());
        Assert.Equal("int|string", (string?)contract["response"]!["Total"]!["type"]);
        Assert.Equal("money", (string?)contract["response"]!["Price"]!["type"]);
        Assert.Equal("850.0000", contract["samples"]![0]!["response"]!["Price"]!.ToJsonString());
        Assert.Equal(["accepted", "code 101"], contract["samples"]!.AsArray().Select(static sample => (string?)sample!["name"]));
    }

    [Fact]
    public async Task A_process_makes_a_contract_of_a_curl_command()
    {
        var command = Write(
            "curl.txt",
            "curl 'https://rest.esms.vn/MainService.svc/json/GetBalance_json' -d '{\"ApiKey\":\"{{ApiKey}}\",\"SecretKey\":\"{{SecretKey}}\"}'"
        );

        var run = await EsmsProcess.RunAsync(["contracts", "import", "curl", command, "--operation", "GetBalance"]);

        run.AssertEndsWith(0);
        Assert.Contains("\"repeat\": \"safe\"", run.Output, StringComparison.Ordinal);
    }

    /// <summary>A file that is there may have been edited by hand.</summary>
    [Fact]
    public void A_file_that_is_there_is_not_written_over()
    {
        var answer = Write("one.json", """{ "CodeResult": "100" }""");
        var target = Write("Mine.esms.json", "mine");

        var (code, _, error) = EsmsTool.Invoke("contracts", "import", "json", answer, "-o", target);

        Assert.Equal((2, "mine"), (code, File.ReadAllText(target)));
        Assert.Contains("is there already, and was not touched", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[1]", "this is a list; an answer of eSMS is a JSON object")]
    [InlineData("""{ "a": 1, "a": 2 }""", "a name stands twice")]
    [InlineData("", "the text ends where a value should be")]
    public void What_is_no_answer_is_told_with_the_file(string text, string message)
    {
        var (code, output, error) = EsmsTool.Invoke("contracts", "import", "json", Write("one.json", text));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("one.json(1,1): ", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_lists_needs_an_edit_and_the_place_is_told()
    {
        var (code, output, error) = EsmsTool.Invoke(
            "contracts",
            "import",
            "json",
            Write("one.json", """{ "CodeResult": "100", "Rows": [[1, 2]] }""")
        );

        Assert.Equal(1, code);
        Assert.Contains("\"Rows\"", output, StringComparison.Ordinal);
        Assert.Contains("guessed: Rows is a list of lists", error, StringComparison.Ordinal);
        Assert.Contains("wrong: the contract(", error, StringComparison.Ordinal);
    }

    /// <summary>The page of the service as it stands, and the same as a browser saves it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_makes_a_contract_of_a_help_page(bool asHtml)
    {
        var page = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Import", "GetSendStatus.help.txt"),
            TestContext.Current.CancellationToken
        );
        if (asHtml)
            page =
                $"<html><head><title>Operations</title></head><body><div id=\"content\"><pre>{System.Net.WebUtility.HtmlEncode(page)}</pre></div></body></html>";

        var run = await EsmsProcess.RunAsync(
            ["contracts", "import", "wcf-help", Write("help.html", page), "-o", Path.Combine(_folder, "c.esms.json")]
        );

        run.AssertEndsWith(0);
        var contract = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "c.esms.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(
            ("GetSendStatus", "https://api.esms.vn/MainService.svc/json/GetSendStatus", "safe"),
            ((string?)contract["operation"], (string?)contract["get"], (string?)contract["repeat"])
        );
        Assert.Equal(["RefId", "ApiKey", "SecretKey", "Email"], contract["request"]!.AsObject().Select(static field => field.Key));
        Assert.Equal(
            ["string", "int", "int", "int", "int", "int", "money", "string"],
            contract["response"]!
                .AsObject()
                .Where(static field => field.Value!["type"] is not null)
                .Select(static field => (string?)field.Value!["type"])
        );
        Assert.Null(contract["samples"]);
    }

    [Fact]
    public void What_is_no_help_page_is_told()
    {
        var (code, _, error) = EsmsTool.Invoke("contracts", "import", "wcf-help", Write("x.html", "<html>no</html>"));

        Assert.Equal(2, code);
        Assert.Contains("x.html(1,1): there is no 'Url:' and 'HTTP Method:'. Save the help page", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
