using System.Text.Json.Nodes;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>Sees to it that both read an answer: a reader that reads nothing would be the fastest.</summary>
internal static class AnswerCheck
{
    public static void Demand(string name, string published, Reading reading, byte[] json)
    {
        var ours = JsonNode.Parse(reading.WriteOurs(reading.Ours(json)))!.AsObject();
        var theirs = JsonNode.Parse(reading.WriteTheirs(reading.Theirs(json)))!.AsObject();
        foreach (var (wire, value) in JsonNode.Parse(published)!.AsObject())
        {
            // One way reads a list as a list, the other perhaps as JSON: of those it is enough that they are there.
            var isSame =
                value is JsonValue
                    ? IsSame(ours[wire], value) && IsSame(theirs[wire], value)
                    : value is null || (ours[wire] is not null && theirs[wire] is not null);
            if (!isSame)
                throw new InvalidOperationException($"{name}: {wire} is {value}, we read {ours[wire]}, System.Text.Json reads {theirs[wire]}.");
        }
    }

    /// <summary>A number in quotes is the same as without; a flag is 1 or true.</summary>
    private static bool IsSame(JsonNode? read, JsonNode published) => TextOf(read) == TextOf(published);

    private static string? TextOf(JsonNode? value) =>
        value?.ToString().ToUpperInvariant() switch
        {
            "NULL" => null,
            "TRUE" => "1",
            "FALSE" => "0",
            var text => text,
        };
}
