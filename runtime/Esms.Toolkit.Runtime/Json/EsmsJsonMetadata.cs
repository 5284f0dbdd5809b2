using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Esms.Runtime;

/// <summary>Reads a value; the reader stands on its first token and ends on its last.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T EsmsJsonRead<out T>(ref Utf8JsonReader reader);

/// <summary>Makes System.Text.Json use the generated readers and writers. Called by generated contexts.</summary>
/// <remarks>
/// <see cref="JsonMetadataServices"/> is public, but meant for System.Text.Json's own generator, which cannot see what another generator
/// emits. So its use stands in this one file.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EsmsJsonMetadata
{
    /// <summary>Describes a type by its reader and writer.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="options">The options that the description is for.</param>
    /// <param name="read">The reader.</param>
    /// <param name="write">The writer.</param>
    /// <returns>The description.</returns>
    public static JsonTypeInfo<T> Create<T>(JsonSerializerOptions options, EsmsJsonRead<T> read, Action<Utf8JsonWriter, T> write)
        where T : class => JsonMetadataServices.CreateValueInfo<T>(options, new Converter<T>(read, write));

    private sealed class Converter<T>(EsmsJsonRead<T> read, Action<Utf8JsonWriter, T> write) : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var start = reader;
            try
            {
                return UnreadableMembers.ReadAround(ref reader, read);
            }
            catch (EsmsJsonException exception)
            {
                var field = FieldPath.Combine(FieldPath.Find(ref start, exception.Offset), exception.Member);
                throw new JsonException($"{field ?? typeToConvert.Name}: {exception.Message}.", exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
