using System.Text.Json.Nodes;

namespace Esms.Cli.Tests;

/// <summary>How a command ended.</summary>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    public CliResult AssertEndsWith(int exitCode)
    {
        Assert.True(exitCode == ExitCode, $"It ended with {ExitCode} and not with {exitCode}.\n{Output}\n{Error}");
        return this;
    }
}
