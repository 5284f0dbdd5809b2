using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The schemas that a document names: bodies, answers, the types they use, and the result codes.</summary>
internal static class OpenApiComponents
{
    public static JsonObject Of(ExportSet set, FieldSchema fields, TypeSchema types)
    {
        var schemas = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal) { ["EsmsResultCode"] = ResultCodes(set.Codes) };
        var answers = new AnswerSchema(types);
        foreach (var endpoint in set.Endpoints)
        {
            if (endpoint.Body.Kind == BodyKind.Xml)
                schemas[OpenApiBody.NameOf(endpoint)] = new XmlSchema(fields).Of(endpoint);
            else if (endpoint.Body.Kind != BodyKind.None)
                schemas[OpenApiBody.NameOf(endpoint)] = types
                    .Object(OpenApiBody.FieldsOf(endpoint), isAnswer: false)
                    .Described($"The body of {endpoint.Operation}.");
            schemas[AnswerSchema.AcceptedName(endpoint)] = answers.Accepted(endpoint);
            schemas[AnswerSchema.RefusedName(endpoint)] = answers.Refused(endpoint);
        }
        foreach (var type in Used(set))
            schemas[type.Name] = types.Of(type);
        return new JsonObject(schemas);
    }

    /// <summary>The types that what is exported uses, by themselves or inside of others.</summary>
    private static List<TypeModel> Used(ExportSet set)
    {
        var used = new List<TypeModel>();
        foreach (
            var field in set
                .Endpoints.SelectMany(static endpoint => endpoint.Request.Concat(endpoint.Response))
                .Concat(set.Inbound.SelectMany(static call => call.Parameters))
        )
            AddOf(field);
        return used;

        // What stands in quotes has its numbers beside it.
        void AddOf(Field field) => Add(field is { Type.Kind: FieldKind.Enum, AsText: true } ? null : field.Type.Name);

        void Add(string? name)
        {
            if (name is null || !set.Types.TryGetValue(name, out var type) || used.Contains(type))
                return;
            used.Add(type);
            foreach (var field in (type as ObjectModel)?.Fields.ToList() ?? [])
                AddOf(field);
            foreach (var item in (type as ChoiceModel)?.Cases.ToList() ?? [])
                Add(item.Type);
        }
    }

    private static JsonObject ResultCodes(IReadOnlyList<CodeRow> codes) =>
        new()
        {
            ["type"] = new JsonArray("string", "integer"),
            ["description"] =
                "The result codes that all calls share. The list is not closed.\n\n"
                + string.Join('\n', codes.Select(static code => $"- `{code.Code}` {code.Name}: {code.Summary}")),
            ["x-esms-codes"] = new JsonArray(
                [
                    .. codes.Select(static code => new JsonObject
                    {
                        ["code"] = code.Code,
                        ["name"] = code.Name,
                        ["summary"] = code.Summary,
                        ["canRetry"] = code.CanRetry,
                    }),
                ]
            ),
        };
}
