using System.Diagnostics;
using Esms.Cli.Tests.Export.Tools;
using Esms.Emulator;

namespace Esms.Cli.Tests.Export;

public sealed class MarkdownTests
{
    private static readonly string Folder = Export();

    [Fact]
    public void Every_operation_and_every_inbound_call_has_a_page_and_the_index_names_all()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        var pages = Directory
            .GetFiles(Folder, "*.md", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(static path => path != "README.md")
            .ToList();

        Assert.Equal(64, pages.Count);
        Assert.All(pages, page => Assert.Contains($"({page})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_field_code_and_sample_is_on_the_page()
    {
        foreach (var endpoint in PublishedAnswers.All.Endpoints)
        {
            var page = PageOf(endpoint.Operation);
            Assert.All(endpoint.Request.Concat(endpoint.Response), field => Assert.Contains($"| `{field.Wire}` |", page, StringComparison.Ordinal));
            Assert.All(endpoint.Codes, code => Assert.Contains($"- `{code.Code}` means here: {code.Meaning}", page, StringComparison.Ordinal));
            Assert.All(endpoint.Samples, sample => Assert.Contains($"### {sample.Name}\n", page, StringComparison.Ordinal));
        }
    }

    [Fact]
    [FullRun("needs curl")]
    public async Task Every_curl_command_calls_its_operation_with_the_keys_of_the_environment()
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var endpoint in PublishedAnswers.All.Endpoints)
        {
            var command = BlockOf(endpoint.Operation, "sh")
                .Replace(endpoint.Route.Origin, emulator.BaseAddress.ToString().TrimEnd('/'), StringComparison.Ordinal);
            var start = ToolRun.InfoOf("sh", ["-c", $"{command} --silent --show-error"], Folder);
            start.Environment["ESMS_API_KEY"] = emulator.Options.ApiKey;
            start.Environment["ESMS_SECRET_KEY"] = emulator.Options.SecretKey;
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(process.ExitCode == 0, command);
            var request = emulator.Requests[^1];
            Assert.Equal((endpoint.Operation, false), (request.Operation, request.Code == 101));
            Assert.Empty(request.UnknownFields);
        }
    }

    private static string Export()
    {
        var folder = Directory.CreateTempSubdirectory("esms-markdown").FullName;
        Assert.Equal(0, EsmsTool.Invoke("export", "markdown", "-o", folder).ExitCode);
        return folder;
    }

    private static string PageOf(string operation) =>
        File.ReadAllText(Directory.GetFiles(Folder, $"{operation}.md", SearchOption.AllDirectories).Single());

    private static string BlockOf(string operation, string language) => PageOf(operation).Split($"```{language}\n")[1].Split("\n```")[0];
}
