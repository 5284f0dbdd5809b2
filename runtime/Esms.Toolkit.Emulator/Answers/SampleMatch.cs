using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>Whether a request asks for what a published one asks for.</summary>
internal static class SampleMatch
{
    /// <returns>The first accepted sample that asks for the same; null when none does.</returns>
    public static Sample? Exact(EndpointModel endpoint, IReadOnlyDictionary<string, JsonNode?> values) =>
        endpoint.Samples.FirstOrDefault(sample =>
            endpoint.IsAccepted(sample)
            && PublishedSample.Of(sample).Asked.All(asked => IsSame(endpoint, asked.Value, values.GetValueOrDefault(asked.Key)))
        );

    /// <summary>A look-up that differs in texts only where these are known; numbers and dates, such as those of a page, may be any.</summary>
    /// <param name="isKnown">Whether the emulator knows such an id.</param>
    public static Sample? Near(EndpointModel endpoint, IReadOnlyDictionary<string, JsonNode?> values, Func<Field, string, bool> isKnown) =>
        endpoint.Samples.FirstOrDefault(sample =>
            endpoint.IsAccepted(sample)
            && PublishedSample
                .Of(sample)
                .Asked.All(asked =>
                    IsSame(endpoint, asked.Value, values.GetValueOrDefault(asked.Key))
                    || endpoint.Request.FirstOrDefault(field => field.Wire == asked.Key) is not { Required: true, Type.Kind: FieldKind.Text } field
                    || isKnown(field, values.GetValueOrDefault(asked.Key)?.ToString() ?? string.Empty)
                )
        );

    /// <summary>In an address, a form or XML every value is a text, whatever the sample says. In JSON, quotes around a number do not matter.</summary>
    private static bool IsSame(EndpointModel endpoint, JsonNode? asked, JsonNode? given) =>
        endpoint.Body.IsJson ? IsSame(asked, given) : string.Join(',', TextsOf(asked)) == string.Join(',', TextsOf(given));

    private static bool IsSame(JsonNode? asked, JsonNode? given) =>
        (asked, given) switch
        {
            (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(static pair => IsSame(pair.First, pair.Second)),
            (JsonObject left, JsonObject right) => left.Count == right.Count
                && left.All(member => right.TryGetPropertyValue(member.Key, out var value) && IsSame(member.Value, value)),
            (JsonValue left, JsonValue right) => left.ToString() == right.ToString(),
            _ => asked is null && given is null,
        };

    private static IEnumerable<string?> TextsOf(JsonNode? node) =>
        node is JsonArray list ? list.Select(static item => item?.ToString()) : [node?.ToString()];
}
