using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;

namespace Esms.Cli.Export.WireMock;

/// <summary>
/// Contracts as stub mappings of WireMock. A request is answered, in this order: with the sample that a header <c>Prefer: example=…</c> asks for;
/// with the sample whose values it has; when it has what the operation needs, with the first accepted sample; and else as the service answers what it
/// cannot read.
/// </summary>
internal static class WireMockExport
{
    private const int Asked = 1;
    private const int Published = 3;
    private const int RightShape = 5;
    private const int WrongShape = 9;

    /// <summary>All mappings in one text, as WireMock imports them.</summary>
    public static string WriteOne(ExportSet set) => Text(SharedAddress.Of(set).SelectMany(MappingsOf));

    /// <summary>The folder that WireMock takes as its root: a file for each address.</summary>
    public static IEnumerable<ExportFile> WriteMany(ExportSet set) =>
        SharedAddress.Of(set).Select(static address => new ExportFile($"mappings/{address.Endpoints[0].Operation}.json", Text(MappingsOf(address))));

    private static string Text(IEnumerable<JsonObject> mappings) =>
        JsonOutput.Of(new JsonObject { ["mappings"] = new JsonArray([.. mappings]) }) + "\n";

    private static IEnumerable<JsonObject> MappingsOf(SharedAddress address)
    {
        foreach (var endpoint in address.Endpoints)
        {
            foreach (var sample in endpoint.Samples)
                yield return Mapping(
                    $"{SampleName.Of(endpoint, sample)} (asked for)",
                    Asked,
                    RequestPattern.Asked(endpoint, SampleName.Of(endpoint, sample)),
                    sample.Response
                );
            // Where two samples have one request, the first is its answer; the other can be asked for.
            foreach (var sample in endpoint.Samples.Where(static sample => sample.Request is not null).DistinctBy(static sample => sample.Request))
                yield return Mapping(SampleName.Of(endpoint, sample), Published, RequestPattern.Published(endpoint, sample), sample.Response);
        }
        // The operation that needs most is tried first: what it needs may include all that another needs.
        var byNeed = address
            .Endpoints.Where(static endpoint => endpoint.Samples.Any(sample => Answers.IsAccepted(endpoint, sample)))
            .OrderByDescending(static endpoint => endpoint.Request.Count(RequestPattern.IsNeeded));
        foreach (var (endpoint, place) in byNeed.Select(static (endpoint, place) => (endpoint, place)))
        {
            var accepted = endpoint.Samples.First(sample => Answers.IsAccepted(endpoint, sample));
            yield return Mapping(
                $"{endpoint.Operation} (any values)",
                Math.Min(RightShape + place, WrongShape - 1),
                RequestPattern.RightShape(endpoint),
                accepted.Response
            );
        }
        var first = address.Endpoints[0];
        yield return Mapping(
            $"{first.Operation} (wrong shape)",
            WrongShape,
            RequestPattern.Address(first),
            JsonOutput.Short(Answers.Unreadable(first))
        );
    }

    private static JsonObject Mapping(string name, int priority, JsonObject request, string answer) =>
        new()
        {
            ["id"] = StableId.Of(name).ToString(),
            ["name"] = name,
            ["priority"] = priority,
            ["request"] = request,
            // The answer is a text, so that its digits stay as they are: 850.0000 would become 850.0.
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["headers"] = new JsonObject { ["Content-Type"] = "application/json; charset=utf-8" },
                ["body"] = answer,
            },
        };
}
