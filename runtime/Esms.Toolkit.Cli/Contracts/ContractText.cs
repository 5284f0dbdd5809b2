using System.Text;
using System.Text.Json.Nodes;

namespace Esms.Cli;

/// <summary>Writes a contract as a person would: a field on a line, and more lines only where one would be too long.</summary>
internal static class ContractText
{
    private const int MaxLength = 140;

    public static string Of(JsonObject contract)
    {
        var text = new StringBuilder();
        AppendObject(text, contract, depth: 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth, int taken)
    {
        var line = OneLine(node);
        if (node is not (JsonObject or JsonArray) || line.Length + (2 * depth) + taken <= MaxLength)
            text.Append(line);
        else if (node is JsonObject members)
            AppendObject(text, members, depth);
        else
            AppendList(text, node.AsArray(), depth);
    }

    private static void AppendObject(StringBuilder text, JsonObject members, int depth)
    {
        var separator = "{\n";
        foreach (var (name, value) in members)
        {
            var key = $"{OneLine(name)}: ";
            text.Append(separator).Append(' ', 2 * (depth + 1)).Append(key);
            Append(text, value, depth + 1, key.Length);
            separator = ",\n";
        }
        text.Append('\n').Append(' ', 2 * depth).Append('}');
    }

    private static void AppendList(StringBuilder text, JsonArray items, int depth)
    {
        var separator = "[\n";
        foreach (var item in items)
        {
            text.Append(separator).Append(' ', 2 * (depth + 1));
            Append(text, item, depth + 1, 0);
            separator = ",\n";
        }
        text.Append('\n').Append(' ', 2 * depth).Append(']');
    }

    private static string OneLine(JsonNode? node) =>
        node switch
        {
            JsonObject { Count: 0 } => "{}",
            JsonObject members => $"{{ {string.Join(", ", members.Select(static member => $"{OneLine(member.Key)}: {OneLine(member.Value)}"))} }}",
            JsonArray items => $"[{string.Join(", ", items.Select(OneLine))}]",
            null => "null",
            _ => JsonOutput.Short(node),
        };
}
