using System.Text.Json;

namespace Esms.Runtime;

/// <content>Writes the members of an answer; a member without a value is left out, as the service does.</content>
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

    /// <summary>Writes a whole number of 32 bits.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    /// <summary>Writes a whole number of 64 bits.</summary>
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

    /// <summary>Writes a result code as text, such as "100".</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="code">The code; a refusal without one is left out.</param>
    public static void WriteCodeAsText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, EsmsResultCode code)
    {
        if (code != EsmsResultCode.Unspecified)
            writer.WriteString(name, ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a result code as number, such as 100.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="code">The code; a refusal without one is left out.</param>
    public static void WriteCodeAsNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, EsmsResultCode code)
    {
        if (code != EsmsResultCode.Unspecified)
            writer.WriteNumber(name, (int)code);
    }
}
