using System.Reflection;
using System.Text.Json.Nodes;

namespace Esms.Cli.Export.OpenApi;

/// <summary>Contracts as an OpenAPI 3.1 document.</summary>
internal static class OpenApiDocument
{
    private const string Description = """
        The HTTP API of eSMS.vn (ViHAT): SMS, Zalo, Viber and voice. Made from contracts; not a product of eSMS.vn or ViHAT.

        **Keys.** Every call carries the API key and the secret key of the account, as members of the body, or as parameters or parts of the address, and never
        as a header. They are written here as plain fields (`x-esms-credential`), because OpenAPI knows no security scheme for a body. Prefer an operation that
        takes them in its body: what stands in an address is seen by proxies and logs. All calls use https.

        **Refusals.** eSMS answers a refusal with HTTP status 200 and a code. An answer is accepted when its code is one of success, which the schema of the
        answer names; EsmsResultCode lists the others.

        **Addresses that several operations share** are one operation here, whose body is any of theirs; `x-esms-operations` names them.

        **Examples** have one name over all operations, such as `GetBalance.wrong-keys`. A mock that knows `Prefer: example=GetBalance.wrong-keys` answers with it.
        """;

    public static string Write(ExportSet set) => JsonOutput.Of(Document(set)) + "\n";

    private static JsonObject Document(ExportSet set)
    {
        var fields = new FieldSchema(set.Types);
        var types = new TypeSchema(fields);
        var servers = set
            .Endpoints.GroupBy(static endpoint => endpoint.Route.Origin, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.Key)
            .ToList();
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "eSMS.vn",
                ["version"] = Version,
                ["description"] = Description.ReplaceLineEndings("\n"),
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(
                [.. servers.Take(1).DefaultIfEmpty("https://rest.esms.vn").Select(static server => new JsonObject { ["url"] = server })]
            ),
            ["security"] = new JsonArray(),
            ["tags"] = new JsonArray([.. Tags(set)]),
            ["paths"] = new OpenApiPaths(fields, servers.FirstOrDefault()).Of(set),
        };
        if (set.Inbound.Count > 0)
            document["webhooks"] = OpenApiWebhooks.Of(set.Inbound, fields);
        document["components"] = new JsonObject { ["schemas"] = OpenApiComponents.Of(set, fields, types) };
        return document;
    }

    private static string Version =>
        typeof(OpenApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static IEnumerable<JsonObject> Tags(ExportSet set) =>
        set
            .Endpoints.Select(static endpoint => endpoint.Client)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(static client => new JsonObject { ["name"] = client, ["description"] = $"The calls of the group {client}." });
}
