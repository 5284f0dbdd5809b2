using Esms.Cli.Import;
using Esms.Cli.Import.Curl;

namespace Esms.Cli.Tests.Import;

/// <summary>Commands as they are copied for Windows: for its prompt, and for PowerShell.</summary>
public sealed class WindowsCommandTests
{
    [Theory]
    [InlineData("curl ^\n  https://rest.esms.vn/X ^\n  -H \"Content-Type: application/json\" ^\n  -d \"{\\\"Phone\\\":\\\"0901\\\"}\"")]
    [InlineData("curl \"https://rest.esms.vn/X\" ^\r\n -d \"{\"\"Phone\"\":\"\"0901\"\"}\"")]
    [InlineData("curl ^\"https://rest.esms.vn/X^\" ^\n  -H ^\"accept: */*^\" ^\n  --data-raw ^\"^{^\\^\"Phone^\\^\":^\\^\"0901^\\^\"^}^\"")]
    [InlineData("curl.exe --location \"https://rest.esms.vn/X\" ^\n--data \"{^\n    \\\"Phone\\\": \\\"0901\\\"^\n}\"")]
    [InlineData("C:\\> curl https://rest.esms.vn/X -d \"{\"\"Phone\"\": \"\"0901\"\"}\"")]
    [InlineData("curl.exe 'https://rest.esms.vn/X' `\n  --data '{\"Phone\": \"0901\"}'")]
    [InlineData("Invoke-RestMethod -Uri 'https://rest.esms.vn/X' -Method Post -ContentType 'application/json' -Body '{\"Phone\":\"0901\"}'")]
    [InlineData(
        "Invoke-WebRequest -UseBasicParsing -Uri \"https://rest.esms.vn/X\" `\n-Method \"POST\" `\n-Headers @{\n\"accept\"=\"*/*\"\n  \"x\"=\"y\"\n} `\n-ContentType \"application/json\" `\n-Body \"{`\"Phone`\":`\"0901`\"}\""
    )]
    [InlineData("irm https://rest.esms.vn/X -Method POST -Body (@{ Phone = '0901' } | ConvertTo-Json)")]
    [InlineData(
        "$body = @{\n  Phone = \"0901\"\n} | ConvertTo-Json\n\nInvoke-RestMethod \"https://rest.esms.vn/X\" -Method Post -Body $body -ContentType \"application/json\""
    )]
    [InlineData(
        "$headers = New-Object \"System.Collections.Generic.Dictionary[[String],[String]]\"\n$headers.Add(\"Content-Type\", \"application/json\")\n\n$body = @\"\n{\n    `\"Phone`\": `\"0901`\"\n}\n\"@\n\n$response = Invoke-RestMethod 'https://rest.esms.vn/X' -Method 'POST' -Headers $headers -Body $body\n$response | ConvertTo-Json"
    )]
    [InlineData(
        "PS C:\\> $h = @{ 'Content-Type' = 'application/json' }; iwr -Uri https://rest.esms.vn/X -Headers $h -Method POST -Body @'\n{\"Phone\":\"0901\"}\n'@ | Select-Object Content"
    )]
    public void The_same_call_is_read_from_each_of_them(string command)
    {
        var call = Read(command);

        Assert.Equal(("post", "https://rest.esms.vn/X", null), (call.Method, call.Address, call.Body));
        var field = Assert.Single(call.Fields);
        Assert.Equal(("Phone", "0901"), (field.Wire, (string?)field.Value));
    }

    [Theory]
    [InlineData("curl \"https://rest.esms.vn/X?a=1^&b=%%41\" ^\n -s", "get")]
    [InlineData("curl https://rest.esms.vn/X?a=1^&b=A", "get")]
    [InlineData("Invoke-RestMethod -Uri \"https://rest.esms.vn/X?a=1&b=A\"", "get")]
    [InlineData("Invoke-RestMethod https://rest.esms.vn/X -Method Post -Body @{ a = 1; b = 'A' }", "post")]
    public void Pairs_are_read_from_an_address_and_from_a_table(string command, string method)
    {
        var call = Read(command);

        Assert.Equal(method, call.Method);
        Assert.Equal(["a", "b"], call.Fields.Select(static field => field.Wire));
    }

    [Theory]
    [InlineData("curl ^\n \"https://rest.esms.vn/X", "c.txt(2,2): this quote is not closed")]
    [InlineData("Invoke-RestMethod -Uri \"https://rest.esms.vn/X", "c.txt(1,24): this quote is not closed")]
    [InlineData("Invoke-RestMethod https://rest.esms.vn/X -Method Post -Body $unknown", "c.txt(1,61): what the body is cannot be read")]
    [InlineData("Invoke-RestMethod https://rest.esms.vn/X -Method Post -InFile a.json", "c.txt(1,63): the body is in a file")]
    [InlineData("Invoke-RestMethod https://rest.esms.vn/X -Method Post -Body @'\n{}", "c.txt(1,61): this text is not closed")]
    [InlineData("foreach ($x in 1) {\n Invoke-RestMethod https://rest.esms.vn/X }", "c.txt(1,1): this statement is none that is read")]
    [InlineData("$a = 'b'", "c.txt(1,1): there is no Invoke-RestMethod")]
    public void What_cannot_be_read_is_told_with_its_place(string command, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Read(command)).Message, StringComparison.Ordinal);

    private static ImportedCall Read(string command) => CurlImport.Read("c.txt", command, new Notes());
}
