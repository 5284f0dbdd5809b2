using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Markdown;

/// <summary>A call of the typed client with the values of the first published request, and a member of its answer.</summary>
internal static class CSharpText
{
    public static string Of(EndpointModel endpoint, IReadOnlyDictionary<string, TypeModel> types)
    {
        var values = new CSharpValue(types);
        var sample = endpoint.Samples.FirstOrDefault(static sample => sample.Request is not null)?.Request is { } request
            ? JsonNode.Parse(request)!.AsObject()
            : [];
        var given = endpoint
            .Request.Where(static field => field.IsProperty)
            .Select(field => (Field: field, Value: sample[field.Wire] ?? (field.IsRequiredFromCaller ? ExampleValue.Of(field) : null)))
            .Where(static pair => pair.Value is not null)
            .ToList();
        var isShort = endpoint.HasShortForm && given.TrueForAll(static pair => pair.Field.IsRequiredFromCaller);
        var arguments = isShort
            ? string.Join(", ", given.Select(pair => values.Of(pair.Field, pair.Value!, depth: 0)))
            : CSharpValue.Initializer(
                $"new {endpoint.Operation}Request",
                [.. given.Select(pair => (pair.Field.Name, values.Of(pair.Field, pair.Value!, depth: 1)))],
                depth: 0
            );
        return $"var answer = await esms.{endpoint.Client}.{endpoint.Operation}Async({arguments});\nConsole.WriteLine({Tell(endpoint)});";
    }

    /// <summary>What every accepted answer has, where the contract says so of something.</summary>
    private static string Tell(EndpointModel endpoint)
    {
        var members = endpoint
            .Response.Where(static field => field.IsProperty)
            .OrderByDescending(static field => field.IsRequiredFromCaller)
            .ToList();
        if (members.Find(IsOneValue) is { } value)
            return $"answer.{value.Name}";
        return members is [{ Type.IsList: true } list, ..]
            ? $"answer.{list.Name}{(list.IsRequiredFromCaller ? string.Empty : "?")}.Count"
            : "answer.ResultCode";
    }

    private static bool IsOneValue(Field field) =>
        !field.Type.IsList && field.Type.Kind is not (FieldKind.Object or FieldKind.Embedded or FieldKind.Map or FieldKind.Pairs);
}
