using Esms.Cli.Import;
using Esms.Cli.Import.Curl;

namespace Esms.Cli.Tests.Import;

public sealed class CurlTests
{
    /// <summary>One body in every form in which a shell takes it.</summary>
    [Theory]
    [InlineData("""curl --location 'https://rest.esms.vn/X' --header 'Content-Type: application/json' --data '{"Phone": "it''s"}'""", "its")]
    [InlineData("""curl -X POST https://rest.esms.vn/X -H "Content-Type: application/json" -d "{\"Phone\": \"0901\"}" """, "0901")]
    [InlineData("""curl -sSL -XPOST "https://rest.esms.vn/X" --data-raw $'{"Phone": "it\'s \u0041"}'""", "it's A")]
    [InlineData("curl --request POST \\\n  --url https://rest.esms.vn/X \\\r\n  --data-binary '{\"Phone\":\n \"0901\"}'", "0901")]
    [InlineData("""$ curl --json '{"Phone":"0901"}' https://rest.esms.vn/X""", "0901")]
    [InlineData("""curl https://rest.esms.vn/X --data-ascii {\"Phone\":\"0901\"}""", "0901")]
    public void A_JSON_body_is_read_however_it_is_quoted(string command, string phone)
    {
        var call = Read(command);

        Assert.Equal(("post", "https://rest.esms.vn/X", null), (call.Method, call.Address, call.Body));
        Assert.Equal(("Phone", phone), (Assert.Single(call.Fields).Wire, (string?)call.Fields[0].Value));
    }

    [Theory]
    [InlineData("curl 'https://rest.esms.vn/X?Phone=0901&Content=a%20b+c'", "get")]
    [InlineData("curl -G https://rest.esms.vn/X -d Phone=0901 -d 'Content=a%20b+c'", "get")]
    [InlineData("curl https://rest.esms.vn/X --data 'Phone=0901&Content=a%20b+c'", "post")]
    [InlineData("curl https://rest.esms.vn/X --data-urlencode 'Phone=0901' --data-urlencode 'Content=a b c'", "post")]
    [InlineData("curl https://rest.esms.vn/X --form 'Phone=0901' -F 'Content=a b c'", "post")]
    public void Pairs_are_read_from_an_address_and_from_a_form(string command, string method)
    {
        var call = Read(command);

        Assert.Equal((method, method == "get" ? null : "form"), (call.Method, call.Body));
        Assert.Equal([("Phone", "0901"), ("Content", "a b c")], call.Fields.Select(static field => (field.Wire, (string?)field.Value)));
    }

    [Fact]
    public void XML_keeps_the_elements_around_a_field_and_a_repeated_one_is_a_list()
    {
        var call = Read(
            "curl https://rest.esms.vn/X -H 'Content-Type: text/plain' -d '<RQST><APIKEY><{{k}}</APIKEY><CONTACTS><CUSTOMER><PHONE>1</PHONE></CUSTOMER><CUSTOMER><PHONE>2</PHONE></CUSTOMER></CONTACTS></RQST>'"
        );

        Assert.Equal(("xml", "RQST"), (call.Body, call.XmlRoot));
        Assert.Equal(("PHONE", "CONTACTS/CUSTOMER"), (call.Fields[1].Wire, call.Fields[1].Under));
        Assert.Equal("""["1","2"]""", call.Fields[1].Value!.ToJsonString());
    }

    [Fact]
    public void Http_two_slashes_and_a_host_that_is_a_placeholder_are_put_right_and_told()
    {
        var notes = new Notes();

        Assert.Equal("https://rest.esms.vn/a/X/", CurlImport.Read("c", "curl 'http://rest.esms.vn//a/X/'", notes).Address);
        Assert.Equal("https://rest.esms.vn/a/{ApiKey}", CurlImport.Read("c", "curl '{{Host}}/a/{{ApiKey}}'", notes).Address);

        Assert.Equal(3, notes.Guessed.Count());
    }

    [Theory]
    [InlineData("wget https://x", "c.txt(1,1): a command begins with the word curl")]
    [InlineData("curl \\\n 'https://rest.esms.vn/X", "c.txt(2,2): this quote is not closed")]
    [InlineData("curl -X", "c.txt(1,6): -X lacks its value")]
    [InlineData("curl --location", "c.txt(1,1): the command has no address")]
    [InlineData("curl https://rest.esms.vn/X -d @body.json", "c.txt(1,32): the body is in the file behind '@'")]
    [InlineData("curl -X DELETE https://rest.esms.vn/X", "contracts know GET and POST")]
    [InlineData("curl https://rest.esms.vn/X -d '<RQST><A></RQST>'", "c.txt, the body(1,")]
    public void What_cannot_be_read_is_told_with_its_place(string command, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(command)).Message, StringComparison.Ordinal);

    private static ImportedCall Read(string command) => CurlImport.Read("c.txt", command, new Notes());
}
