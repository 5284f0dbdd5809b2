using System.CommandLine;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader;

namespace Esms.Cli;

/// <summary><c>esms contracts new</c>: a contract to begin with, which the checker accepts as it is.</summary>
internal static class ContractsNewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The name of the operation, such as GetBalance." };
        var client = new Option<string>("--client") { Description = "The group of calls.", DefaultValueFactory = static _ => "Mine" };
        var get = new Option<string?>("--get") { Description = "The address, called with GET." };
        var post = new Option<string?>("--post") { Description = "The address, called with POST." };
        var output = new Option<string?>("--output", "-o") { Description = "The file, - for standard output; without it NAME.esms.json here." };
        var command = new Command("new", "Makes a contract to begin with.") { name, client, get, post, output };
        command.SetAction(result =>
        {
            var console = result.InvocationConfiguration;
            var path = result.GetValue(output) ?? $"{result.GetValue(name)}.esms.json";
            var text = ContractText.Of(Scaffold(result.GetValue(name)!, result.GetValue(client)!, result.GetValue(get), result.GetValue(post)));
            if (ContractCheck.Run([ContractSyntax.Parse(path, text)]) is [_, ..] problems)
                throw new InvalidDataException(
                    $"{string.Join(Environment.NewLine, problems.Select(static problem => problem.InOneLine()))}{Environment.NewLine}Nothing was written: give a name, a group or an address that can be used."
                );
            if (path == "-")
            {
                console.Output.Write(text);
                return ExitCodes.Success;
            }
            NewFile.Write(path, text);
            console.Error.WriteLine($"wrote {path}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static JsonObject Scaffold(string name, string client, string? get, string? post)
    {
        if (get is not null && post is not null)
            throw new InvalidDataException("A call has one method: give --get or --post.");
        var contract = new JsonObject
        {
            ["$schema"] = "https://esms-toolkit.github.io/esms-contract.schema.json",
            ["operation"] = name,
            ["client"] = client,
            ["summary"] = $"Say in one sentence what {name} does.",
            ["docs"] = "https://developers.esms.vn/",
            [get is null ? "post" : "get"] = get ?? post ?? $"https://rest.esms.vn/MainService.svc/json/{name}",
        };
        if (get is not null)
            contract["keysInAddress"] = true;
        contract["repeat"] = "never";
        contract["request"] = new JsonObject
        {
            ["ApiKey"] = new JsonObject { ["credential"] = "apiKey" },
            ["SecretKey"] = new JsonObject { ["credential"] = "secretKey" },
            ["Name"] = new JsonObject
            {
                ["type"] = "string",
                ["required"] = true,
                ["summary"] = "Say what the value is.",
            },
        };
        contract["response"] = new JsonObject
        {
            ["CodeResult"] = new JsonObject { ["result"] = new JsonArray("100") },
            ["ErrorMessage"] = new JsonObject { ["message"] = true },
        };
        contract["samples"] = new JsonArray(
            Sample("accepted", new JsonObject { ["CodeResult"] = "100" }),
            Sample("wrong keys", new JsonObject { ["CodeResult"] = "101", ["ErrorMessage"] = "Authorize Failed" })
        );
        return contract;
    }

    private static JsonObject Sample(string name, JsonObject response) => new() { ["name"] = name, ["response"] = response };
}
