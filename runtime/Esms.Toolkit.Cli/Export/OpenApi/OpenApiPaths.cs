using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The addresses, each with what can be called there.</summary>
/// <param name="mainServer">The host of an operation that names none.</param>
internal sealed class OpenApiPaths(FieldSchema fields, string? mainServer)
{
    public JsonObject Of(ExportSet set)
    {
        var paths = new JsonObject();
        var ids = set.Endpoints.Select(static endpoint => endpoint.Operation).ToHashSet(StringComparer.Ordinal);
        foreach (var address in SharedAddress.Of(set))
        {
            if (paths[address.Path] is not JsonObject item)
                paths[address.Path] = item = [];
            item[address.Method == "GET" ? "get" : "post"] = Operation(address, IdOf(address, ids));
        }
        return paths;
    }

    /// <summary>The operation's own name; for several, that of the address, unless an operation has it.</summary>
    private static string IdOf(SharedAddress address, HashSet<string> taken)
    {
        if (address.Endpoints is [var one])
            return one.Operation;
        var name = new string(
            [.. address.Path.TrimEnd('/').Split('/')[^1].Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')]
        );
        return taken.Add(name) ? name : string.Join("Or", address.Endpoints.Select(static endpoint => endpoint.Operation));
    }

    private JsonObject Operation(SharedAddress address, string id)
    {
        var endpoints = address.Endpoints;
        var operation = new JsonObject
        {
            ["operationId"] = id,
            ["tags"] = Schema.Words(endpoints.Select(static endpoint => endpoint.Client).Distinct()),
            ["summary"] = endpoints is [var one]
                ? one.Summary
                : $"One of: {string.Join(", ", endpoints.Select(static endpoint => endpoint.Operation))}.",
            ["description"] = string.Join("\n\n", endpoints.Select(OperationWords.Describe)),
        };
        if (endpoints is [var single])
            operation["externalDocs"] = new JsonObject { ["url"] = single.Docs };
        if (endpoints.All(static endpoint => endpoint.Deprecated is not null))
            operation["deprecated"] = true;
        if (ServersOf(endpoints) is { } servers)
            operation["servers"] = servers;
        operation["x-esms-operations"] = new JsonArray([.. endpoints.Select(OperationWords.Traits)]);
        var parameters = new OpenApiParameters(fields).Of(address);
        if (parameters.Count > 0)
            operation["parameters"] = parameters;
        if (address.Method == "POST")
            operation["requestBody"] = OpenApiBody.Of(address);
        operation["responses"] = new JsonObject { ["200"] = Answers(endpoints) };
        return operation;
    }

    private JsonArray? ServersOf(IReadOnlyList<EndpointModel> endpoints)
    {
        var hosts = endpoints.GroupBy(static endpoint => endpoint.Route.Origin, StringComparer.Ordinal).ToList();
        if (hosts is [var only] && only.Key == mainServer)
            return null;
        return new JsonArray(
            [
                .. hosts.Select(static host => new JsonObject
                {
                    ["url"] = host.Key,
                    ["description"] = $"For {string.Join(", ", host.Select(static endpoint => endpoint.Operation))}.",
                }),
            ]
        );
    }

    private static JsonObject Answers(IReadOnlyList<EndpointModel> endpoints)
    {
        var content = new JsonObject
        {
            ["schema"] = Schema.AnyOf(
                endpoints.SelectMany(static endpoint =>
                    new[] { Schema.Reference(AnswerSchema.AcceptedName(endpoint)), Schema.Reference(AnswerSchema.RefusedName(endpoint)) }
                )
            ),
        };
        var examples = endpoints
            .SelectMany(static endpoint =>
                endpoint.Samples.Select(sample =>
                    KeyValuePair.Create(
                        SampleName.Of(endpoint, sample),
                        (JsonNode?)new JsonObject { ["summary"] = sample.Name, ["value"] = JsonNode.Parse(sample.Response) }
                    )
                )
            )
            .ToList();
        if (examples.Count > 0)
            content["examples"] = new JsonObject(examples);
        return new JsonObject
        {
            ["description"] = "The answer, accepted or refused: see its code.",
            ["content"] = new JsonObject { ["application/json"] = content },
        };
    }
}
