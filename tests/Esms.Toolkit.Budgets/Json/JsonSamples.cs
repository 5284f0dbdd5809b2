using System.Text.Json.Nodes;
using Esms.Toolkit.Emit;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>Writes the requests of published samples as C#: each value is read by the same code that would read it in an answer.</summary>
internal static class JsonSamples
{
    public static bool IsJson(EndpointModel endpoint) => endpoint.Body.Kind is BodyKind.Json or BodyKind.JsonAsText;

    /// <summary>The published requests that travel as JSON, with the numbers that their samples have.</summary>
    public static IEnumerable<(EndpointModel Endpoint, int Number, Sample Sample)> Requests(AllContracts contracts) =>
        contracts
            .Endpoints.Where(IsJson)
            .SelectMany(static endpoint => endpoint.Samples.Select((sample, number) => (endpoint, number, sample)))
            .Where(static request => request.sample.Request is not null);

    /// <summary>An expression that makes the request.</summary>
    public static string Expression(EndpointModel endpoint, Sample sample)
    {
        var values = JsonNode.Parse(sample.Request!)!.AsObject();
        var members = endpoint
            .Request.Where(field => field.IsProperty && values[field.Wire] is not null)
            .Select(field =>
                $"{field.Name} = ({CSharp.TypeOf(field.Type)})Given({Literals.Quote(values[field.Wire]!.ToJsonString())}, static (ref Utf8JsonReader reader) => {JsonReadCode.Expression(field)})!"
            );
        return $"new {CSharp.RequestType(endpoint.Operation)} {{ {string.Join(", ", members)} }}";
    }
}
