using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

/// <summary>Secrets in answers, help pages and other input of an import, which become samples of a contract.</summary>
public sealed class AnswerSecretTests : SecretImport
{
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
        var answer = Path.Combine(Folder, "latin.json");
        File.WriteAllBytes(answer, System.Text.Encoding.Latin1.GetBytes("{\"CodeResult\":\"100\",\n\"Note\":\"th\u00e0nh\"}"));

        var (code, contract, told) = Run(["contracts", "import", "json", answer]);

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains("latin.json(2,11): The file is not in UTF-8", told, StringComparison.Ordinal);
    }
}
