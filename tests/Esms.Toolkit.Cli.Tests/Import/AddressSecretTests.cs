using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

/// <summary>Keys in the address of a call that is imported.</summary>
public sealed class AddressSecretTests : SecretImport
{
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
    [InlineData("json/GetThing/{ApiKey}/hunter2pass", "json/GetThing/{ApiKey}/{SecretKey}")]
    [InlineData("json/GetThing/{{apikey}}/hunter2pass", "json/GetThing/{apikey}/{SecretKey}")]
    [InlineData("json/GetThing/:apikey/hunter2pass", "json/GetThing/{apikey}/{SecretKey}")]
    [InlineData("json/GetThing/$API_KEY/hunter2pass", "json/GetThing/{API_KEY}/{SecretKey}")]
    [InlineData("json/GetThing/hunter2pass/{SecretKey}", "json/GetThing/{ApiKey}/{SecretKey}")]
    [InlineData("json/GetThing/{ApiKey}/hunter2pass/", "json/GetThing/{ApiKey}/{SecretKey}/")]
    [InlineData("json/GetThing/{ApiKey}/hunter2pass?Phone=1", "json/GetThing/{ApiKey}/{SecretKey}")]
    [InlineData("json/GetThing/hunter2pass/{ApiKey}", "json/GetThing/{SecretKey}/{ApiKey}")]
    [InlineData("json/GetThing/{ApiKey}/huntersword", "json/GetThing/{ApiKey}/{SecretKey}")]
    [InlineData("v1/{ApiKey}/hunter2pass/GetThing", "v1/{ApiKey}/{SecretKey}/GetThing")]
    [InlineData("json/GetThing/{Phone}/{ApiKey}/Secret%20hunter2pass", "json/GetThing/{Phone}/{ApiKey}/{SecretKey}")]
    [InlineData("account/{ApiKey}/balance", "account/{ApiKey}/balance")]
    [InlineData("sms/{ApiKey}/GetThing", "sms/{ApiKey}/GetThing")]
    public void What_is_beside_the_placeholder_of_a_key_is_the_other_key(string path, string imported)
    {
        var page = $"Url: https://rest.esms.vn/{path}\n\nHTTP Method: GET\n";
        foreach (var kind in new[] { "curl", "wcf-help" })
        {
            var input = kind == "curl" ? $"curl 'https://rest.esms.vn/{path}'" : page;
            var (code, contract, told) = Run(["contracts", "import", kind, Write("in.txt", input)]);

            Assert.Equal(0, code);
            AssertKept(contract, told, "hunter2pass", "huntersword");
            Assert.Equal($"https://rest.esms.vn/{imported}", (string?)JsonNode.Parse(contract)!["get"]);
        }
    }

    [Theory]
    [InlineData("{ApiKey}-hunter2pass")]
    [InlineData("{ApiKey}:hunter2pass")]
    [InlineData("{ApiKey},hunter2pass")]
    [InlineData("hunter2pass-{{SecretKey}}")]
    [InlineData("{token}/hunter2pass")]
    [InlineData("hunter2pass/{ApiKey}/hunter3pass")]
    public void What_is_glued_to_the_placeholder_of_a_key_is_refused_with_its_place(string path)
    {
        var (code, contract, told) = Import($"curl 'https://rest.esms.vn/json/GetThing/{path}'");

        Assert.Equal((2, ""), (code, contract));
        Assert.Contains("c.txt(1,6): ", told, StringComparison.Ordinal);
        AssertKept(contract, told, "hunter2pass", "hunter3pass");
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
}
