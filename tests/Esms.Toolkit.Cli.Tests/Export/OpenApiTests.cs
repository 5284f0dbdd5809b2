using Esms.Cli.Tests.Export.Tools;
using Esms.Emulator;

namespace Esms.Cli.Tests.Export;

/// <summary>The exported OpenAPI document, as other tools read it.</summary>
[FullRun("needs node and npm")]
public sealed class OpenApiTests
{
    [Fact]
    public async Task A_linter_finds_nothing_wrong()
    {
        var folder = await NodeFolder.GetAsync();
        var document = await ExportAsync();

        var lint = await ToolRun.StartAsync(ToolRun.Installed(folder, "redocly"), ["lint", document], folder);

        lint.AssertSuccess();
        Assert.Contains("Your API description is valid", lint.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "warning",
            lint.Output.Replace("Deprecation warning", string.Empty, StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task A_client_in_TypeScript_is_made_of_it_and_calls_the_emulator()
    {
        var folder = await NodeFolder.GetAsync();
        var document = await ExportAsync();
        (await ToolRun.StartAsync(ToolRun.Installed(folder, "openapi-typescript"), [document, "-o", "esms.d.ts"], folder)).AssertSuccess();
        (await ToolRun.StartAsync(ToolRun.Installed(folder, "tsc"), ["-p", "."], folder)).AssertSuccess();
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var run = await ToolRun.StartAsync(
            "node",
            ["out/client.js", emulator.BaseAddress.ToString().TrimEnd('/'), emulator.Options.ApiKey, emulator.Options.SecretKey],
            folder
        );

        run.AssertSuccess();
        Assert.Equal(6, run.Output.Split('\n').Count(static line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_client_gets_every_published_answer_of_a_mock_that_is_made_of_it()
    {
        var folder = await NodeFolder.GetAsync();
        var document = await ExportAsync();
        await using var prism = await ToolServer.StartAsync(
            ToolRun.Installed(folder, "prism"),
            port => ["mock", "-h", "127.0.0.1", "-p", $"{port}", document],
            folder,
            "/"
        );
        await using var proxy = await PreferProxy.StartAsync(prism.BaseAddress);

        var (count, failures) = await PublishedAnswers.AskForEachAsync(proxy, keepsDigits: false);

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Equal(134, count);
    }

    private static async Task<string> ExportAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("esms-openapi").FullName, "openapi.json");
        (await EsmsProcess.RunAsync(["export", "openapi", "--output", path])).AssertEndsWith(0);
        return path;
    }
}
