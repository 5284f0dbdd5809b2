using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

/// <summary>What stands in a command or an answer may be real, and contracts are committed.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Key = "AAAA1111AAAA1111AAAA1111AAAA11";
    private const string Secret = "BBBB2222BBBB2222BBBB2222BBBB22";

    private readonly string _folder = Directory.CreateTempSubdirectory("esms-secret").FullName;

    [Fact]
    public void Keys_in_the_path_become_the_credentials_of_the_contract()
    {
        var (code, contract, told) = Import(
            $"curl https://rest.esms.vn/MainService.svc/json/GetBalance/{Key}/{Secret}",
            """{"Balance":1,"CodeResponse":"100"}"""
        );

        AssertKept(contract, told, Key, Secret);
        Assert.Equal(0, code);
        var root = JsonNode.Parse(contract)!;
        Assert.Equal("GetBalance", (string?)root["operation"]);
        Assert.Equal("https://rest.esms.vn/MainService.svc/json/GetBalance/{ApiKey}/{SecretKey}", (string?)root["get"]);
        Assert.True((bool?)root["keysInAddress"]);
        Assert.Equal("""{"ApiKey":{"credential":"apiKey"},"SecretKey":{"credential":"secretKey"}}""", root["request"]!.ToJsonString());
    }

    [Theory]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/hunter2key/hunter2secret", "hunter2")]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/{ApiKey}/BBBB2222BBBB2222BBBB2222BBBB22", "BBBB2222")]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/:apiKey/BBBB2222BBBB2222BBBB2222BBBB22/", "BBBB2222")]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/YOUR_API_KEY/YOUR_SECRET_KEY", "YOUR_")]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/<ApiKey>/[SecretKey]", "[")]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/%ApiKey%/${SecretKey}", "%")]
    [InlineData("https://rest.esms.vn/MainService.svc/json/GetBalance/xxx/xxx", "xxx")]
    public void Two_keys_behind_the_operation_are_told_by_their_place_and_name(string address, string gone)
    {
        var (code, contract, told) = Import($"curl '{address}'", """{"CodeResponse":"100"}""");

        Assert.Equal((0, ""), (code, code == 0 ? "" : told));
        var get = (string)JsonNode.Parse(contract)!["get"]!;
        Assert.DoesNotContain(gone, get, StringComparison.Ordinal);
        Assert.StartsWith("https://rest.esms.vn/MainService.svc/json/GetBalance/{", get, StringComparison.Ordinal);
        Assert.Equal(
            ["apiKey", "secretKey"],
            JsonNode.Parse(contract)!["request"]!.AsObject().Select(static field => (string?)field.Value!["credential"])
        );
    }

    [Theory]
    [InlineData(
        "https://rest.esms.vn/MainService.svc/json/GetThing/AAAA1111AAAA1111AAAA1111AAAA11",
        "c.txt(1,6): a part of the path looks like a key"
    )]
    [InlineData("https://AAAA1111AAAA1111AAAA1111AAAA11.esms.vn/json/GetThing", "c.txt(1,6): a part of the host looks like a secret")]
    [InlineData("https://bfI5cOnTyXoOHCWIg7RVBEpRVe/KM7NG.esms.vn/json/GetThing", "c.txt(1,6): a part of the host looks like a secret")]
    [InlineData("https://rest.esms.vn/json/GetThing/token/hunter2", "c.txt(1,6): a part of the path looks like a key")]
    [InlineData("https://bfI5cOnTyX/json/GetThing", "c.txt(1,6): a part of the host looks like a secret")]
    [InlineData("https://rest.esms.vn/json/GetThing/{a}/xxx", "c.txt(1,6): part 4 of the path is a placeholder without a name")]
    public void A_key_of_which_nothing_says_what_it_is_is_refused_with_its_place(string address, string message)
    {
        var (code, contract, told) = Import($"curl {address}");

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains(message, told, StringComparison.Ordinal);
        AssertKept(contract, told, Key, "hunter2", "KM7NG");
    }

    [Fact]
    public void A_key_behind_the_name_of_the_other_one_is_the_second_credential()
    {
        var (_, contract, told) = Import("curl https://rest.esms.vn/api/ApiKey/hunter2/GetThing");

        AssertKept(contract, told, "hunter2");
        Assert.Equal("https://rest.esms.vn/api/{ApiKey}/{SecretKey}/GetThing", (string?)JsonNode.Parse(contract)!["get"]);
    }

    [Theory]
    [InlineData("auth/v2/GetThing")]
    [InlineData("oauth/token/refresh")]
    [InlineData("session/SendThing_V4")]
    public void A_word_behind_the_name_of_a_secret_is_a_part_of_the_address(string path)
    {
        var (_, contract, _) = Import($"curl https://rest.esms.vn/{path}");

        Assert.Equal($"https://rest.esms.vn/{path}", (string?)JsonNode.Parse(contract)!["get"]);
    }

    [Theory]
    [InlineData("json/GetBalance/{ApiKey}/hzaLk7cm8SUoXF/PZ/uXyo8UAgQjtzxj")]
    [InlineData("json/GetBalance/UjMHTeW3kG3weYrwpjqYA13yiY/azsIdvTwMYSqfUf5T7+d02Yy2/zsufUHlZGcQPT/lP+bvsZuR8h+3uXZ2z")]
    [InlineData("json/GetThing/aB3/dE6fG7hI//jK8lM9nO0pQ=")]
    [InlineData("json/GetThing/abCd/xzQk/PZqx/jhgf/KLmn/{SecretKey}")]
    [InlineData("GetThing/abCd/xzQk/PZqx/jhgf/KLmn/{SecretKey}")]
    [InlineData("rest/SendThing/abcdz/xzqkw/PQRST/jhgfd/KLMNB")]
    public void A_key_that_its_slashes_cut_into_parts_of_the_path_is_refused_with_its_place(string path)
    {
        var (code, contract, told) = Import($"curl 'https://rest.esms.vn/MainService.svc/{path}'");

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains("c.txt(1,6): a part of the path looks like a piece of a key", told, StringComparison.Ordinal);
        AssertKept(contract, told, [.. path.Split('/').Skip(2).Where(static part => part.Length > 5 && part[0] != '{')]);
    }

    [Fact]
    public void A_password_with_slashes_in_the_address_of_an_answer_is_hidden()
    {
        var (_, contract, told) = Import(
            "curl https://rest.esms.vn/json/GetThing",
            """{"CodeResult":"100","Link":"https://u:zNWZfVt/+cXYWtt9R4vGtzp/p+d1yEvb@me.vn/x","Port":"http://me.vn:8080/a@b"}"""
        );

        AssertKept(contract, told, "zNWZfVt", "p+d1yEvb");
        Assert.Contains("http://me.vn:8080/a@b", contract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"CodeResult":"100","Note":"a \ud800 b"}""", "(1,31)")]
    [InlineData("""{"CodeResult":"100","Note":"a \uDC00"}""", "(1,31)")]
    public void Half_of_a_character_is_refused_with_its_place(string answer, string place)
    {
        var (code, contract, told) = Import("curl https://rest.esms.vn/json/GetThing", answer);

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains($"{place}: there is half of a surrogate pair", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_character_in_two_escapes_is_read()
    {
        var (code, contract, _) = Import("curl https://rest.esms.vn/json/GetThing", """{"CodeResult":"100","Note":"a \uD83D\uDE00"}""");

        Assert.Equal(0, code);
        Assert.Contains("Note", contract, StringComparison.Ordinal);
    }

    /// <summary>Each is a credential of the contract, or told with its place; none is in anything that comes out.</summary>
    [Theory]
    [InlineData("curl https://rest.esms.vn/json/GetX -H 'Authorization: Bearer {0}'", "the header Authorization carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -H 'authorization: Basic dXNlcjp{0}'", "the header authorization carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -H 'X-Api-Key: {0}'", "the header X-Api-Key carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -H 'X-Thing: {0}'", "the header X-Thing carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -H 'Cookie: a=b; sid={0}'", "the header Cookie carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -H '{0}'", "the header here carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -b 'session={0}'", "-b carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -sku 'me:{0}'", "carries a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX --oauth2-bearer {0}", "--oauth2-bearer carries a credential")]
    [InlineData("curl https://me:{0}@rest.esms.vn/json/GetX", "the address has a user name or a password")]
    [InlineData("curl 'https://rest.esms.vn/json/GetX?Access_Token={0}'", "'Access_Token' is a credential")]
    [InlineData("curl 'https://rest.esms.vn/json/GetX?k={0}'", "the value of 'k' looks like a key")]
    [InlineData("curl 'https://rest.esms.vn/json/GetX;jsessionid={0}?a=1'", "parameters behind a semicolon")]
    [InlineData("curl https://rest.esms.vn/json/GetX -d 'pwd={0}&a=1'", "'pwd' is a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -F 'sig={0}'", "'sig' is a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -d '{\"jwt\": \"{0}\"}'", "'jwt' is a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -d '{\"{0}\": 1}'", "the name of a field looks like a secret")]
    [InlineData("curl https://rest.esms.vn/json/GetX -d '<R><PassWord>{0}</PassWord></R>'", "'PassWord' is a credential")]
    [InlineData("curl https://rest.esms.vn/json/GetX -d '<R><A t=\"{0}\">1</A></R>'", "an element has an attribute")]
    public void A_credential_that_a_contract_cannot_carry_is_refused_with_its_place(string command, string message)
    {
        var (code, contract, told) = Import(command.Replace("{0}", Secret, StringComparison.Ordinal), """{"CodeResult":"100"}""");

        AssertKept(contract, told, Secret);
        Assert.Contains("refused: ", told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.Matches(@"refused: \S*c\.txt(, the body)?\(\d+,\d+\): ", told);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("ApiSecret")]
    [InlineData("api_secret")]
    [InlineData("X-SECRET-KEY")]
    [InlineData("secretkey")]
    public void The_secret_key_is_known_by_any_of_its_names(string name)
    {
        var (code, contract, told) = Import(
            $$"""curl https://rest.esms.vn/json/GetX -d '{"api-key": "{{Key}}", "{{name}}": "{{Secret}}"}'""",
            """{"CodeResult":"100"}"""
        );

        AssertKept(contract, told, Key, Secret);
        Assert.Equal(0, code);
        Assert.Equal("""{"credential":"secretKey"}""", JsonNode.Parse(contract)!["request"]![name]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"CodeResult":"100","access_token":"hunter2"}""", "hunter2", "access_token has what looks like a secret")]
    [InlineData("""{"CodeResult":"100","Data":{"Note":"see https://me:hunter2@x.vn/"}}""", "hunter2", "Data.Note has")]
    [InlineData("""{"CodeResult":"100","Note":"password=hunter2&a=1"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"{\"token\":\"hunter2\"}"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","List":[{"key":"Password","value":"hunter2"}]}""", "hunter2", "List[0].value has")]
    [InlineData("""{"CodeResult":"100","Note":"{\\u0022token\\u0022:[\\u0022hunter2\\u0022]}"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"{\\\"token\\\":\\\"hunter2\\\"}"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"{&quot;token&quot;:[&quot;hunter2&quot;]}"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"&lt;Password&gt;hunter2&lt;/Password&gt;"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"https://x.vn/?next=%2Fa%3Ftoken%3Dhunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"https://x.vn/?next=/a?token=hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"hunter2","Raw":"{\"pwd\":\"hunter2\"}"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"{\"a\":1,\"a\":2,\"pwd\":\"hunter2\"}"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"bearer glGwJBJMAQYPxeieaugSrHki"}""", "glGwJBJMAQYPxeieaugSrHki", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"my pwd: hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","pwd":"passwordOfMine"}""", "passwordOfMine", "pwd has")]
    [InlineData("""{"CodeResult":"100","Note":"token is hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"[token] => hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"token|hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"api_key=>'hunter2'"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"run --password hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"Mật khẩu: hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"Cookie: a=b; c=hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"Authorization: Custom hunter2"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"redis://:hunter2@host:6379"}""", "hunter2", "Note has")]
    [InlineData("""{"CodeResult":"100","mật_khẩu":"hunter2"}""", "hunter2", "mật_khẩu has")]
    [InlineData("""{"CodeResult":"100","List":[{"k":"Password","v":"hunter2"}]}""", "hunter2", "List[0].v has")]
    [InlineData("""{"CodeResult":"100","List":["password","hunter2"]}""", "hunter2", "List[1] has")]
    [InlineData("""{"CodeResult":"100","Session":{"id":"hunter2"}}""", "hunter2", "Session.id has")]
    [InlineData("""{"CodeResult":"100","Token":1234567}""", "1234567", "Token has")]
    [InlineData("""{"CodeResult":"100","Note":"ApiKey is AAAA1111AAAA1111AAAA1111AAAA11"}""", "AAAA1111", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"the same Tr0ub4dor again"}""", "Tr0ub4dor", "Note has")]
    [InlineData("""{"CodeResult":"100","Note":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"}""", "eyJ", "Note has")]
    public void A_secret_in_an_answer_is_hidden_and_its_place_told(string answer, string secret, string message)
    {
        var (code, contract, told) = Import("""curl https://rest.esms.vn/json/GetX -d '{"SecretKey":"Tr0ub4dor"}'""", answer);

        AssertKept(contract, told, secret);
        Assert.Equal((0, ""), (code, code == 0 ? "" : told));
        Assert.Contains($"answer.json(1,", told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token: expired")]
    [InlineData("The token is wrong, because the password is old")]
    [InlineData("Authorization: please log in")]
    [InlineData("https://{user}:{password}@x.vn/")]
    [InlineData("Basic plan")]
    [InlineData("Mật khẩu: sai")]
    [InlineData("C:\\\\Temp\\\\new & 50% more &amp; so on")]
    public void A_sentence_about_secrets_has_none(string note)
    {
        var (_, contract, told) = Import("curl https://rest.esms.vn/json/GetX", $$"""{"CodeResult":"100","Note":"{{note}}"}""");

        Assert.DoesNotContain("hidden: ", told, StringComparison.Ordinal);
        Assert.Equal(note.Replace(@"\\", @"\", StringComparison.Ordinal), (string?)JsonNode.Parse(contract)!["samples"]![0]!["response"]!["Note"]);
    }

    [Theory]
    [InlineData("curl {0}", "this word is neither an option nor an address")]
    [InlineData("wget {0}", "a command begins with the word curl")]
    [InlineData("curl --unknown {0}", "the command has no address")]
    [InlineData("curl https://rest.esms.vn/X -d '<R><{0}></R>'", "the XML is broken here")]
    [InlineData("curl https://rest.esms.vn/X -d '{0}'", "neither JSON nor XML nor a form")]
    [InlineData("curl https://rest.esms.vn/X -X {0}", "c.txt(1,1): the method is none of HTTP; contracts know GET and POST")]
    [InlineData("curl https://rest.esms.vn/X -X hunter2", "c.txt(1,1): the method is none of HTTP; contracts know GET and POST")]
    [InlineData("curl https://rest.esms.vn/X -X delete", "c.txt(1,1): the method is DELETE; contracts know GET and POST")]
    [InlineData("curl https://rest.esms.vn/X -d @{0}", "the body is in the file")]
    [InlineData("curl https://rest.esms.vn/X -d '{\"a\": \"{0}", "this quote is not closed")]
    [InlineData("Invoke-RestMethod -Uri https://rest.esms.vn/X -Headers {0}", "the headers are no table")]
    public void What_cannot_be_read_is_told_without_what_is_secret_in_it(string command, string message)
    {
        var (code, contract, told) = Import(command.Replace("{0}", Secret, StringComparison.Ordinal));

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains(message, told, StringComparison.Ordinal);
        AssertKept(contract, told, Secret);
    }

    [Theory]
    [InlineData("--operation", "AAAA1111AAAA1111AAAA1111AAAA11")]
    [InlineData("--client", "AAAA1111AAAA1111AAAA1111AAAA11")]
    [InlineData("--docs", "https://x.vn/?token=AAAA1111AAAA1111AAAA1111AAAA11")]
    public void A_secret_in_an_option_does_not_come_into_the_contract(string option, string value)
    {
        var (code, contract, told) = Run(["contracts", "import", "curl", Write("c.txt", "curl https://rest.esms.vn/json/GetX"), option, value]);

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains($"The value of {option} looks like a secret", told, StringComparison.Ordinal);
        AssertKept(contract, told, Key);
    }

    [Fact]
    public void A_command_in_the_place_of_its_file_is_not_repeated()
    {
        var (code, contract, told) = Run(["contracts", "import", "curl", $"https://rest.esms.vn/json/GetBalance/{Key}/{Secret}"]);

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains("There is no file ", told, StringComparison.Ordinal);
        AssertKept(contract, told, Key, Secret);
    }

    [Fact]
    public void A_help_page_with_an_answer_that_has_a_key_gives_none_away()
    {
        var page = $"Url: http://api.esms.vn/MainService.svc/json/GetUser/{Key}/{Secret}\n\nHTTP Method: GET\n";

        var (code, contract, told) = Run(["contracts", "import", "wcf-help", Write("page.txt", page)]);

        Assert.Equal(0, code);
        AssertKept(contract, told, Key, Secret);
        Assert.Contains("/GetUser/{ApiKey}/{SecretKey}\"", contract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_live_oYvYVHiicMn5vCoRiUMKbL0UkbKQOJTj", "none of HTTP")]
    [InlineData("PATCH", "PATCH")]
    public void A_method_on_a_help_page_is_named_only_when_it_is_one(string method, string shown)
    {
        var page = $"Url: http://api.esms.vn/MainService.svc/json/GetUser\n\nHTTP Method: {method}\n";

        var (code, _, told) = Run(["contracts", "import", "wcf-help", Write("page.txt", page)]);

        Assert.Equal(2, code);
        Assert.Contains($"page.txt(3,1): the method is {shown}; contracts know GET and POST", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_help_page_with_a_name_twice_is_refused_with_its_place()
    {
        var page = """
            Url: http://api.esms.vn/MainService.svc/json/GetUser

            HTTP Method: GET

            The following is an example response Json body:

            {"CodeResult":"100","Note":"a","Note":"b"}
            """;

        var (code, _, told) = Run(["contracts", "import", "wcf-help", Write("page.txt", page)]);

        Assert.Equal(2, code);
        Assert.Contains("page.txt(7,1): what the page shows here cannot be read", told, StringComparison.Ordinal);
    }

    /// <summary>A command for standard output has "-" as its file, and a file can have the name of a letter; neither lets a secret through.</summary>
    [Theory]
    [InlineData("-")]
    [InlineData("a")]
    public void The_name_of_a_file_hides_no_secret_in_a_message(string name)
    {
        const string Uuid = "7f3b6d2d-4c7a-4409-8f63-e834d51baaaa";
        var target = name == "-" ? name : Path.Combine(_folder, name);

        var (_, contract, told) = Run(["contracts", "import", "curl", Write("c.txt", $"curl https://rest.esms.vn/{Uuid}"), "-o", target]);

        AssertKept(contract, told, Uuid);
    }

    [Theory]
    [InlineData(@"a \ud800 b", "there is half of a surrogate pair")]
    [InlineData("a HALF b", "there is half of a surrogate pair")]
    [InlineData("a \uFFFD b", "belongs to another encoding")]
    public void Standard_input_is_checked_as_a_file_is(string text, string message)
    {
        var before = Console.In;
        Console.SetIn(new StringReader($"{{\"CodeResult\":\"100\",\"Note\":\"{text.Replace("HALF", "\ud800", StringComparison.Ordinal)}\"}}"));
        try
        {
            var (code, contract, told) = Run(["contracts", "import", "json", "-"]);

            Assert.Equal((2, ""), (code, contract));
            Assert.Contains("-(1,31): ", told, StringComparison.Ordinal);
            Assert.Contains(message, told, StringComparison.Ordinal);
        }
        finally
        {
            Console.SetIn(before);
        }
    }

    [Fact]
    public void An_answer_in_another_encoding_is_refused_with_its_place()
    {
        var answer = Path.Combine(_folder, "latin.json");
        File.WriteAllBytes(answer, System.Text.Encoding.Latin1.GetBytes("{\"CodeResult\":\"100\",\n\"Note\":\"th\u00e0nh\"}"));

        var (code, contract, told) = Run(["contracts", "import", "json", answer]);

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains("latin.json(2,11): The file is not in UTF-8", told, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void AssertKept(string contract, string told, params string[] secrets)
    {
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, contract + told, StringComparison.OrdinalIgnoreCase);
    }

    private (int ExitCode, string Contract, string Told) Import(string command, params string[] answers) =>
        Run(["contracts", "import", "curl", Write("c.txt", command), .. answers.Select(answer => Write("answer.json", answer))]);

    private static (int ExitCode, string Contract, string Told) Run(string[] arguments) => EsmsTool.Invoke(arguments);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
