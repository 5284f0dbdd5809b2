namespace Esms.Toolkit.Budgets.Json;

/// <summary>The converters that a person writes for values that come in several forms.</summary>
internal static class TwinConverters
{
    public const string Text = """
        #nullable enable
        using System;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        namespace Twins;

        public sealed class TextOrNumber : JsonConverter<string>
        {
            public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : reader.GetString();

            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
        }

        public sealed class AnyBoolean : JsonConverter<bool?>
        {
            public override bool? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.Null => null,
                JsonTokenType.Number => reader.GetInt32() == 1,
                _ when reader.ValueTextEquals("1"u8) || reader.ValueTextEquals("true"u8) || reader.ValueTextEquals("True"u8) => true,
                _ when reader.ValueTextEquals("0"u8) || reader.ValueTextEquals("false"u8) || reader.ValueTextEquals("False"u8) => false,
                _ => throw new JsonException(),
            };

            public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options) => writer.WriteBooleanValue(value == true);
        }
        """;
}
