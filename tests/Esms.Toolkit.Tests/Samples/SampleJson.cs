using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Tests.Samples;

/// <summary>Compares JSON with a published sample.</summary>
internal static class SampleJson
{
    /// <summary>Fails when a value differs, or a digit: 790.0000 and 790 are one number, and two texts.</summary>
    public static void AssertSame(string expected, string actual)
    {
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
        Assert.Equal(NumbersIn(expected), NumbersIn(actual));
    }

    private static List<string> NumbersIn(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. NumbersIn(document.RootElement, "$").Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> NumbersIn(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => [$"{path}: {element.GetRawText()}"],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NumbersIn(member.Value, $"{path}.{member.Name}")),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => NumbersIn(item, $"{path}[{i}]")),
            _ => [],
        };
}
