using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Cli.Export;
using Esms.Cli.Tests.Export.Tools;

namespace Esms.Cli.Tests.Export;

public sealed partial class ExportTests
{
    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_process_writes_the_same_each_time_with_LF_and_every_operation_in_it(string format)
    {
        var folder = Directory.CreateTempSubdirectory("esms-export").FullName;
        var run = await EsmsProcess.RunAsync(["export", format, "--output", folder]);
        run.AssertEndsWith(0);

        var (code, output, _) = EsmsTool.Invoke("export", format);

        Assert.Equal(0, code);
        Assert.Equal(output, EsmsTool.Invoke("export", format, "-o", "-").Output);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Contains(Path.GetFileName(file), run.Error, StringComparison.Ordinal));
        var texts = files.Select(File.ReadAllText).Append(output).ToList();
        Assert.All(texts, static text => Assert.DoesNotContain('\r', text));
        Assert.All(texts, static text => Assert.EndsWith("\n", text, StringComparison.Ordinal));
        Assert.All(PublishedAnswers.All.Endpoints, endpoint => Assert.Contains(endpoint.Operation, output, StringComparison.Ordinal));
    }

    /// <summary>Wherever a key has a value, in JSON, XML or an address, the value is a variable.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void No_key_is_in_it(string format)
    {
        var output = EsmsTool.Invoke("export", format).Output;

        var values = KeyValue().Matches(output).Select(static match => match.Groups[1].Value).ToList();

        Assert.True(values.Count > 50 || format == "wiremock", $"{values.Count}");
        Assert.All(values, static value => Assert.Matches(@"^(\{\{(apiKey|secretKey)}}|'\\?""?\$ESMS_(API|SECRET)_KEY\\?""?')?$", value));
    }

    [Fact]
    public void Some_operations_can_be_chosen()
    {
        var (code, output, _) = EsmsTool.Invoke("export", "openapi", "--operation", "GetBalance", "DeliveryCallback");

        Assert.Equal(0, code);
        var document = JsonNode.Parse(output)!;
        Assert.Equal(["/MainService.svc/json/GetBalance_json"], document["paths"]!.AsObject().Select(static path => path.Key));
        Assert.Equal(["DeliveryCallback"], document["webhooks"]!.AsObject().Select(static call => call.Key));
    }

    [Fact]
    public async Task An_operation_that_there_is_not_is_named_with_the_nearest_one()
    {
        var run = await EsmsProcess.RunAsync(["export", "postman", "--operation", "GetBalanse"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "There is no operation GetBalanse; did you mean 'GetBalance'? `esms contracts list` shows all.",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Contracts_of_ones_own_come_beside_the_built_in_ones_and_a_wrong_one_is_told_with_its_place()
    {
        var folder = Directory.CreateTempSubdirectory("esms-own").FullName;
        Assert.Equal(0, EsmsTool.Invoke("contracts", "new", "CountThings", "-o", Path.Combine(folder, "CountThings.esms.json")).ExitCode);

        var (code, output, _) = EsmsTool.Invoke("export", "http", "--contracts", folder, "--operation", "CountThings");

        Assert.Equal(0, code);
        Assert.Contains("POST {{rest}}/MainService.svc/json/CountThings", output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "Wrong.esms.json"), "{\n  \"operation\": ]");
        var wrong = EsmsTool.Invoke("export", "http", "--contracts", folder);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("Wrong.esms.json(2,16): ESMS001", wrong.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account/GetBalance.esms.json", "Tells how much money", "My words about")]
    [InlineData("inbound/DeliveryCallback.esms.json", "eSMS tells that", "My words:")]
    public void A_contract_of_ones_own_goes_before_the_built_in_one_of_its_name(string contract, string words, string own)
    {
        var folder = Directory.CreateTempSubdirectory("esms-own").FullName;
        var text = File.ReadAllText(Repository.PathOf("contracts", contract));
        File.WriteAllText(Path.Combine(folder, Path.GetFileName(contract)), text.Replace(words, own, StringComparison.Ordinal));

        var (code, output, error) = EsmsTool.Invoke("export", "markdown", "--contracts", folder);

        Assert.True(code == 0, error);
        Assert.Contains(own, output, StringComparison.Ordinal);
        Assert.DoesNotContain(words, output, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        """(?:"(?:ApiKey|SecretKey)": ?"|[?&](?:ApiKey|SecretKey)=|<(?:ApiKey|SecretKey)>|^(?:ApiKey|SecretKey)=)([^&<,\r\n ]*?)(?=[&< ,\r\n]|"[,\r\n ]|"$|'\s)""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex KeyValue();
}
