using System.Text.Json;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>Writes a value, with the digits that it has.</summary>
internal static class JsonNodeWriter
{
    public static void Write(Utf8JsonWriter writer, string name, JsonNode value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    public static void Write(Utf8JsonWriter writer, JsonNode value)
    {
        switch (value)
        {
            case JsonText text:
                writer.WriteStringValue(text.Value);
                break;
            case JsonObject item:
                writer.WriteStartObject();
                foreach (var member in item.Members)
                    Write(writer, member.Name, member.Value);
                writer.WriteEndObject();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(JsonRenderer.Render(value));
                break;
        }
    }
}
