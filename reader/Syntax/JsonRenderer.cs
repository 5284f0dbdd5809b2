using System.Globalization;
using System.Text;

namespace Esms.Toolkit.Reader.Syntax;

/// <summary>Writes nodes back as strict JSON: comments, trailing commas and white space go, the digits of numbers stay.</summary>
internal static class JsonRenderer
{
    public static string Render(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode node)
    {
        switch (node)
        {
            case JsonObject item:
                AppendObject(text, item);
                break;
            case JsonArray list:
                AppendArray(text, list);
                break;
            case JsonText item:
                AppendText(text, item.Value);
                break;
            case JsonNumber number:
                text.Append(number.Text);
                break;
            default:
                text.Append(node.Kind);
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject node)
    {
        var separator = "{";
        foreach (var member in node.Members)
        {
            text.Append(separator);
            AppendText(text, member.Name);
            text.Append(':');
            Append(text, member.Value);
            separator = ",";
        }
        text.Append(node.Members.Count == 0 ? "{}" : "}");
    }

    private static void AppendArray(StringBuilder text, JsonArray node)
    {
        var separator = "[";
        foreach (var item in node.Items)
        {
            text.Append(separator);
            Append(text, item);
            separator = ",";
        }
        text.Append(node.Items.Count == 0 ? "[]" : "]");
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\')
                text.Append('\\').Append(character);
            else if (character < ' ' || char.IsSurrogate(character))
                text.Append(@"\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(character);
        }
        text.Append('"');
    }
}
