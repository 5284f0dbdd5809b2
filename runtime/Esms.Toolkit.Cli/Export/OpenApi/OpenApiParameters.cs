using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The fields that travel in the address: in the path, and for a GET behind the question mark.</summary>
internal sealed class OpenApiParameters(FieldSchema fields)
{
    public JsonArray Of(SharedAddress address) =>
        new(
            [
                .. address
                    .Endpoints.SelectMany(static endpoint => endpoint.Request.Select(field => (Endpoint: endpoint, Field: field)))
                    .Where(static place => place.Field.In != FieldLocation.Body)
                    .GroupBy(static place => place.Field.Wire, StringComparer.Ordinal)
                    .Select(group => Of(address, group.Key, [.. group])),
            ]
        );

    /// <summary>One parameter, which several operations of the address may have.</summary>
    private JsonObject Of(SharedAddress address, string wire, IReadOnlyList<(EndpointModel Endpoint, Field Field)> places)
    {
        var isInPath = places[0].Field.In == FieldLocation.Path;
        var isInAll = places.Count == address.Endpoints.Count;
        var parameter = new JsonObject
        {
            ["name"] = wire,
            ["in"] = isInPath ? "path" : "query",
            ["required"] = isInPath || (isInAll && places.All(static place => place.Field.IsRequiredFromCaller || !place.Field.IsProperty)),
            ["description"] = string.Join(
                ' ',
                places.Select(static place => FieldWords.Describe(place.Field)).Where(static text => text.Length > 0).Distinct()
            ),
            ["schema"] = Schema.AnyOf(places.Select(place => WithoutWords(fields.Of(place.Field, isAnswer: false)))),
        };
        if (ExampleOf(places) is { } example)
            parameter["example"] = example;
        return parameter;
    }

    private static JsonObject WithoutWords(JsonObject schema)
    {
        schema.Remove("description");
        return schema;
    }

    private static JsonNode? ExampleOf(IReadOnlyList<(EndpointModel Endpoint, Field Field)> places) =>
        places
            .Where(static place => place.Field.IsProperty)
            .SelectMany(static place =>
                place
                    .Endpoint.Samples.Where(static sample => sample.Request is not null)
                    .Select(sample => Typed(place.Field, JsonNode.Parse(sample.Request!)![place.Field.Wire]))
            )
            .FirstOrDefault(static value => value is not null);

    /// <summary>In an address all is text, and a sample may show a number so; an example has the type of the schema.</summary>
    private static JsonNode? Typed(Field field, JsonNode? value)
    {
        var isNumber =
            !field.AsText
            && field.Type.Kind
                is FieldKind.Int32
                    or FieldKind.Int64
                    or FieldKind.Decimal
                    or FieldKind.Money
                    or FieldKind.Flag
                    or FieldKind.Duration
                    or FieldKind.Enum;
        return isNumber && decimal.TryParse(value?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : value?.DeepClone();
    }
}
