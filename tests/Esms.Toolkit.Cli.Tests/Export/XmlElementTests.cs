namespace Esms.Cli.Tests.Export;

/// <summary>An element of XML has a text or elements in it, and never both.</summary>
public sealed class XmlElementTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("esms-xml").FullName;

    [Theory]
    [InlineData("\"B\": { STRING }, \"C\": { STRING, \"under\": \"B\" }", "'C' cannot be sent in XML: 'B' is a field with a text")]
    [InlineData("\"C\": { STRING, \"under\": \"B\" }, \"B\": { STRING }", "'C' cannot be sent in XML: 'B' is a field with a text")]
    [InlineData("\"B\": { STRING, \"under\": \"A\" }, \"C\": { STRING, \"under\": \"A/B/D\" }", "'B' is a field with a text")]
    [InlineData("\"C\": { STRING, \"under\": \"ApiKey\" }", "'ApiKey' is a field with a text")]
    public void A_field_inside_of_another_one_is_a_problem_and_nothing_is_exported(string fields, string message)
    {
        Write(fields);

        var (code, output, error) = EsmsTool.Invoke("contracts", "check", _folder);

        Assert.Equal(1, code);
        Assert.Contains("ESMS018", output + error, StringComparison.Ordinal);
        Assert.Contains(message, output + error, StringComparison.Ordinal);

        (code, output, error) = EsmsTool.Invoke("export", "openapi", "--contracts", _folder);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("ESMS018", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"B\": { STRING }, \"C\": { STRING, \"under\": \"BB\" }")]
    [InlineData("\"B\": { STRING, \"under\": \"B\" }, \"C\": { STRING, \"under\": \"B\" }")]
    [InlineData("\"B\": { STRING, \"under\": \"A\" }, \"C\": { STRING, \"under\": \"B\" }")]
    public void Elements_beside_each_other_are_all_exported(string fields)
    {
        Write(fields);

        Assert.Equal(0, EsmsTool.Invoke("contracts", "check", _folder).ExitCode);
        var (code, output, error) = EsmsTool.Invoke("export", "openapi", "--contracts", _folder);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\"B\"", output, StringComparison.Ordinal);
        Assert.Contains("\"C\"", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string fields) =>
        File.WriteAllText(
            Path.Combine(_folder, "a.esms.json"),
            $$"""
            {
              "operation": "SendThing", "client": "Things", "summary": "Sends.", "docs": "https://developers.esms.vn/",
              "post": "https://rest.esms.vn/SendThing", "body": "xml", "xmlRoot": "RQST", "repeat": "never",
              "request": { "ApiKey": { "credential": "apiKey" }, {{fields.Replace(
                "STRING",
                "\"type\": \"string\", \"summary\": \"x\"",
                StringComparison.Ordinal
            )}} },
              "response": { "CodeResult": { "result": ["100"] } }
            }
            """
        );
}
