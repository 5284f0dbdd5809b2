using System.Text.Json;

namespace Esms.Runtime;

/// <content>Writes members; one without a value is left out, as the service does.</content>
public static partial class EsmsJson
{
    /// <summary>Writes a text.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    /// <summary>Writes a decimal number, with the trailing zeros that it has.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    /// <summary>Writes true or false.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(name, flag);
    }

    /// <summary>Writes a switch as 1 or 0.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void WriteFlag(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value) => Write(writer, name, EsmsText.NumberOf(value));

    /// <summary>Writes a value that is always the same.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="json">The value, as JSON.</param>
    public static void WriteFixed(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json);
    }

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public static void WriteObject<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        write(writer, value);
    }

    /// <summary>Writes a list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="values">The items.</param>
    /// <param name="write">Writes one.</param>
    public static void WriteList<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
            return;
        writer.WritePropertyName(name);
        WriteItems(writer, values, write);
    }

    /// <summary>Writes a list that is no member.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="values">The items.</param>
    /// <param name="write">Writes one.</param>
    public static void WriteItems<T>(Utf8JsonWriter writer, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartArray();
        foreach (var value in values)
            write(writer, value);
        writer.WriteEndArray();
    }

    /// <summary>Writes a text that is no member.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteItem(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <summary>Writes a whole number that is no member.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteItem(Utf8JsonWriter writer, long? value)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a decimal number that is no member.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteItem(Utf8JsonWriter writer, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes true or false that is no member.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteItem(Utf8JsonWriter writer, bool? value)
    {
        if (value is { } flag)
            writer.WriteBooleanValue(flag);
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an object that is no member.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public static void WriteItem<T>(Utf8JsonWriter writer, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null)
            writer.WriteNullValue();
        else
            write(writer, value);
    }

    /// <summary>Writes an object with free names.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="values">The names and values.</param>
    public static void WriteMap(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? values)
    {
        if (values is null)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes a list of objects with the members key and value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="values">The keys and values.</param>
    public static void WritePairs(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string>? values)
    {
        if (values is null)
            return;
        writer.WriteStartArray(name);
        foreach (var (key, value) in values)
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, key);
            writer.WriteString("value"u8, value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Writes the members that no contract describes, as they came.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="unknown">The members.</param>
    public static void WriteUnknown(Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? unknown)
    {
        if (unknown is null)
            return;
        foreach (var (name, json) in unknown)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }
    }

    /// <summary>Writes a result code as text, such as "100".</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="code">The code; a refusal without one is left out.</param>
    public static void WriteCodeAsText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, EsmsResultCode? code)
    {
        if (code is { } value && value != EsmsResultCode.Unspecified)
            writer.WriteString(name, EsmsText.Of((int)value));
    }

    /// <summary>Writes a result code as number, such as 100.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="code">The code; a refusal without one is left out.</param>
    public static void WriteCodeAsNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, EsmsResultCode? code)
    {
        if (code is { } value && value != EsmsResultCode.Unspecified)
            writer.WriteNumber(name, (int)value);
    }
}
