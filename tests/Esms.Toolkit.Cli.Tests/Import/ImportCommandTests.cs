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

    /// <summary>The address goes out, whatever the operation is called.</summary>
    [Theory]
    [InlineData("SendMultipleMessage_V4_get", "GetCode", "never")]
    [InlineData("SendMultipleMessage_V4_get", null, "never")]
    [InlineData("SendMessageAutoGenCode_V4_get", "QueryCode", "never")]
    [InlineData("Send_V4/GetThing", "GetThing", "never")]
    [InlineData("Getaway", "GetAway", "never")]
    [InlineData("GetTemplate", "RegisterTemplate", "never")]
    [InlineData("GetSendStatus", null, "safe")]
    [InlineData("getBalance_json", "Money", "safe")]
    [InlineData("QueryListUID/", null, "safe")]
    public void A_repeat_is_safe_when_the_address_only_reads(string path, string? operation, string repeat)
    {
        string[] named = operation is null ? [] : ["--operation", operation];

        var (_, contract, _) = EsmsTool.Invoke(
            ["contracts", "import", "curl", Write("c.txt", $"curl 'https://rest.esms.vn/MainService.svc/json/{path}?Phone=1'"), .. named]
        );

        Assert.Equal(repeat, (string?)JsonNode.Parse(contract)!["repeat"]);
    }

    [Theory]
    [InlineData("{SMSTYPE}")]
    [InlineData("{{SmsType}}")]
    [InlineData("<SmsType>")]
    [InlineData("[SmsType]")]
    [InlineData("$SmsType")]
    [InlineData("${SmsType}")]
    [InlineData("%SmsType%")]
    [InlineData(":smsType")]
    [InlineData("YOUR_SMS_TYPE")]
    [InlineData("your-sms-type")]
    [InlineData("xxx")]
    [InlineData("String content")]
    [InlineData("string")]
    [InlineData("...")]
    [InlineData("…")]
    public void A_placeholder_is_no_value_that_never_changes(string placeholder)
    {
        var body = new JsonObject { ["SmsType"] = placeholder, ["Phone"] = "0901888484" };
        var commands = new[]
        {
            $"curl https://rest.esms.vn/X -d '{body.ToJsonString()}'",
            $"curl 'https://rest.esms.vn/X?SmsType={Uri.EscapeDataString(placeholder)}&Phone=1'",
            $"curl https://rest.esms.vn/X -d 'SmsType={Uri.EscapeDataString(placeholder)}&Phone=1'",
        };
        foreach (var command in commands)
        {
            var (_, contract, _) = EsmsTool.Invoke("contracts", "import", "curl", Write("c.txt", command));

            var root = JsonNode.Parse(contract)!;
            Assert.Equal(("string", null), ((string?)root["request"]!["SmsType"]!["type"], root["request"]!["SmsType"]!["fixed"]));
            Assert.Null(root["samples"]);
        }
    }

    [Fact]
    public void A_help_page_says_which_fields_may_be_left_out_and_an_element_of_items_is_a_list()
    {
        const string Page = """
            Url: http://rest.esms.vn/MainService.svc/xml/SendThing
            HTTP Method: POST

            The following is an example request Xml body:

            <SendRequest xmlns="http://schemas.datacontract.org/2004/07/X">
              <ApiKey>String content</ApiKey>
              <Note>String content</Note>
              <Params xmlns:a="http://schemas.microsoft.com/2003/10/Serialization/Arrays">
                <a:string>String content</a:string>
                <a:string>String content</a:string>
              </Params>
              <People><Person><Name>String content</Name></Person></People>
              <SmsType>2147483647</SmsType>
            </SendRequest>

            The following is the request Xml Schema:

            <xs:schema xmlns:tns="x" elementFormDefault="qualified" xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:complexType name="SendRequest">
                <xs:sequence>
                  <xs:element minOccurs="0" name="ApiKey" nillable="true" type="xs:string" />
                  <xs:element minOccurs="0" name="Note" nillable="true" type="xs:string" />
                  <xs:element minOccurs="0" name="Params" nillable="true" type="q1:ArrayOfstring" />
                  <xs:element name="People" type="tns:ArrayOfPerson" />
                  <xs:element name="SmsType" type="xs:int" />
                </xs:sequence>
              </xs:complexType>
              <xs:complexType name="ArrayOfPerson">
                <xs:sequence>
                  <xs:element minOccurs="0" maxOccurs="unbounded" name="Person" nillable="true" type="tns:Person" />
                </xs:sequence>
              </xs:complexType>
              <xs:complexType name="Person">
                <xs:sequence><xs:element minOccurs="0" name="Name" nillable="true" type="xs:string" /></xs:sequence>
              </xs:complexType>
              <xs:element name="SendRequest" nillable="true" type="tns:SendRequest" />
            </xs:schema>

            The following is an example response Json body:

            {"CodeResult":"String content"}
            """;

        var (_, contract, told) = EsmsTool.Invoke("contracts", "import", "wcf-help", Write("page.txt", Page));

        Assert.True(contract.Length > 0, told);
        var request = JsonNode.Parse(contract)!["request"]!;
        Assert.Equal("""{"credential":"apiKey"}""", request["ApiKey"]!.ToJsonString());
        Assert.Equal(
            [("Note", "string", false), ("Params", "string[]", false), ("People", "SendThingPeople[]", true), ("SmsType", "int", true)],
            request.AsObject().Skip(1).Select(static field => (field.Key, (string?)field.Value!["type"], (bool?)field.Value["required"] == true))
        );
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
