using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Infer;

/// <summary>What stands for a value in a published command: {{Phone}}, or, in the addresses of help pages, {PHONE}.</summary>
internal static partial class Placeholder
{
    public static bool Is(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String && Is(value.GetValue<string>());

    public static bool Is(string value) => Whole().IsMatch(value);

    /// <summary>Whether a placeholder stands in it, or in anything inside of it.</summary>
    public static bool IsIn(JsonNode? node) =>
        node switch
        {
            JsonObject value => value.Any(static member => IsIn(member.Value)),
            JsonArray list => list.Any(IsIn),
            null => false,
            _ => node.GetValueKind() == JsonValueKind.String && Part().IsMatch(node.GetValue<string>()),
        };

    [GeneratedRegex(@"^\{+[^{}]+\}+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\{\{[^{}]+\}\}")]
    private static partial Regex Part();
}
