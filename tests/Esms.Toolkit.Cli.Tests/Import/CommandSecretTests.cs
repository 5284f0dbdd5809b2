using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

/// <summary>Secrets in the headers, bodies and options of a command that is imported, and in what is said of it.</summary>
public sealed class CommandSecretTests : SecretImport
{
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

    /// <summary>A command for standard output has "-" as its file, and a file can have the name of a letter; neither lets a secret through.</summary>
    [Theory]
    [InlineData("-")]
    [InlineData("a")]
    public void The_name_of_a_file_hides_no_secret_in_a_message(string name)
    {
        const string Uuid = "7f3b6d2d-4c7a-4409-8f63-e834d51baaaa";
        var target = name == "-" ? name : Path.Combine(Folder, name);

        var (_, contract, told) = Run(["contracts", "import", "curl", Write("c.txt", $"curl https://rest.esms.vn/{Uuid}"), "-o", target]);

        AssertKept(contract, told, Uuid);
    }
}
