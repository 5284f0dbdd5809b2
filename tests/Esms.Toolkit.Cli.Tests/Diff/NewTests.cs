using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Tests.Diff;

public sealed class NewTests
{
    [Theory]
    [InlineData("https://rest.esms.vn/MainService.svc/json/CountThings")]
    [InlineData("https://rest.esms.vn/CountThings", "--get", "https://rest.esms.vn/CountThings", "--client", "Things")]
    [InlineData("https://voiceapi.esms.vn/CountThings", "--post", "https://voiceapi.esms.vn/CountThings")]
    public async Task A_process_makes_a_contract_that_the_checker_accepts(string address, params string[] options)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("esms-new").FullName, "CountThings.esms.json");

        (await EsmsProcess.RunAsync(["contracts", "new", "CountThings", .. options, "-o", path])).AssertEndsWith(0);

        var file = ContractReader.Read(
            path,
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
        Assert.Empty(file.Problems);
        var endpoint = Assert.IsType<EndpointModel>(file.Model);
        Assert.Equal(("CountThings", address), (endpoint.Operation, endpoint.Route.Origin + endpoint.Route.Path));
        Assert.Equal(2, (await EsmsProcess.RunAsync(["contracts", "new", "CountThings", "-o", path])).ExitCode);
    }

    [Theory]
    [InlineData("ESMS008", "countThings")]
    [InlineData("ESMS009", "CountThings", "--get", "http://rest.esms.vn/CountThings")]
    [InlineData("ESMS008", "CountThings", "--client", "IThings")]
    [InlineData("A call has one method", "CountThings", "--get", "https://a.vn/a", "--post", "https://a.vn/a")]
    public void What_cannot_be_a_contract_is_told_and_nothing_is_written(string message, params string[] arguments)
    {
        var (code, output, error) = EsmsTool.Invoke(["contracts", "new", .. arguments, "-o", "-"]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
