using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Export.Tools;

/// <summary>
/// The values of an answer alone, in one order: a typed answer does not tell null from absent, nor a number in quotes from one without.
/// </summary>
internal static class PlainJson
{
    /// <param name="keepsDigits">Whether 850.0000 and 850 differ.</param>
    public static string Of(string json, bool keepsDigits = true) => Of(JsonNode.Parse(json)!, keepsDigits).ToJsonString();

    private static JsonNode Of(JsonNode node, bool keepsDigits) =>
        node switch
        {
            JsonObject value => new JsonObject(
                value
                    .Where(static member => !IsNothing(member.Value))
                    .OrderBy(static member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Of(member.Value!, keepsDigits)))
            ),
            JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Of(item, keepsDigits))]),
            _ => node.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(Digits(node.ToJsonString(), keepsDigits)) : node.DeepClone(),
        };

    private static string Digits(string number, bool keepsDigits) =>
        keepsDigits ? number : decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G29", CultureInfo.InvariantCulture);

    private static bool IsNothing(JsonNode? node) => node is null || (node.GetValueKind() == JsonValueKind.String && (string?)node == "null");
}
