using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

/// <summary>A placeholder is not a value: it becomes neither "fixed" nor a sample.</summary>
public sealed class PlaceholderImportTests : SecretImport
{
    [Theory]
    [InlineData("{X}")]
    [InlineData("#{X}")]
    [InlineData("@{X}")]
    [InlineData("__X__")]
    [InlineData("__SMS_TYPE__")]
    [InlineData("_X_")]
    [InlineData("<<X>>")]
    [InlineData("[[X]]")]
    [InlineData("«X»")]
    [InlineData("‹X›")]
    [InlineData("%%X%%")]
    [InlineData("$$X")]
    [InlineData("84{X}")]
    [InlineData("+84{{phone}}")]
    [InlineData("(X)")]
    [InlineData("~X~")]
    [InlineData("%s")]
    [InlineData("%(phone)s")]
    [InlineData("CHANGEME")]
    [InlineData("change_me")]
    [InlineData("TODO")]
    [InlineData("N/A")]
    public void A_placeholder_is_no_value(string placeholder)
    {
        var (code, contract, told) = Import(
            $$"""curl https://rest.esms.vn/json/SendThing -d '{"SmsType":"{{placeholder}}","Name":"{{placeholder}}"}'""",
            """{"CodeResult":"100"}"""
        );

        Assert.Equal((0, ""), (code, code == 0 ? "" : told));
        var root = JsonNode.Parse(contract)!;
        Assert.Equal("string", (string?)root["request"]!["SmsType"]!["type"]);
        Assert.Null(root["samples"]![0]!["request"]);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("__init__ and more")]
    [InlineData("100%")]
    [InlineData("a (b)")]
    public void A_value_with_signs_in_it_is_a_value(string value)
    {
        var (_, contract, _) = Import($$"""curl https://rest.esms.vn/json/SendThing -d '{"Name":"{{value}}"}'""", """{"CodeResult":"100"}""");

        Assert.Equal(value, (string?)JsonNode.Parse(contract)!["samples"]![0]!["request"]!["Name"]);
    }
}
