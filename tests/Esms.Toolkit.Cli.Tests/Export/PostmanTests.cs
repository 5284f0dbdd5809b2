using System.Text.Json.Nodes;
using Esms.Cli.Tests.Export.Tools;

namespace Esms.Cli.Tests.Export;

[FullRun("needs node and npm")]
public sealed class PostmanTests
{
    [Fact]
    public async Task The_library_of_Postman_reads_every_request_with_its_variables_and_its_answers()
    {
        var folder = await NodeFolder.GetAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("esms-postman").FullName, "esms.json");
        Assert.Equal(0, EsmsTool.Invoke("export", "postman", "-o", path).ExitCode);

        var run = await ToolRun.StartAsync("node", ["postman.mjs", path], folder);

        run.AssertSuccess();
        var requests = run
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonNode.Parse(line)!)
            .ToDictionary(static request => (string)request["name"]!);
        Assert.Equal(60, requests.Count);
        foreach (var endpoint in PublishedAnswers.All.Endpoints)
        {
            var request = requests[endpoint.Operation];
            Assert.Equal((endpoint.Route.Method, endpoint.Samples.Count), ((string?)request["method"], (int)request["answers"]!));
            Assert.StartsWith(endpoint.Route.Origin + "/", (string)request["url"]!, StringComparison.Ordinal);
            Assert.Contains("KEY", (string)request["url"]! + (string)request["body"]!, StringComparison.Ordinal);
            // A text that is sent may have braces of its own: {{otp}}.
            Assert.DoesNotContain(
                "{{",
                ((string)request["url"]! + (string)request["body"]!).Replace("{{otp}}", string.Empty, StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
    }
}
