using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>The values of a request, or of an object in it, by what they mean: the C# names, which are one for all spellings on the wire.</summary>
internal sealed class FieldValues(
    IReadOnlyList<Field> fields,
    IReadOnlyDictionary<string, JsonNode?> values,
    IReadOnlyDictionary<string, TypeModel> types
)
{
    /// <summary>Vietnam has no summer time.</summary>
    public static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    /// <summary>A single value; null when it is not given, or empty.</summary>
    public string? Text(string name) => Node(name) is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    public bool Flag(string name) => IsOn(Node(name));

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The items of a list, or the one value of a field that is none.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Node(name) switch
        {
            JsonArray list => [.. list.Select(static item => item?.ToString() ?? string.Empty).Where(static text => text.Length > 0)],
            JsonValue value when value.ToString().Length > 0 => [value.ToString()],
            _ => [],
        };

    public DateTimeOffset? Time(string name) =>
        Field(name) is { Type.DateForm: { } form }
        && form.Pattern() is { } pattern
        && Text(name) is { } text
        && DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Zone)
            : null;

    /// <summary>Whether the request is a trial.</summary>
    public bool IsSandbox => fields.Any(known => known.Sandbox && IsOn(values.GetValueOrDefault(known.Wire)));

    /// <summary>The one value of a field that never changes.</summary>
    public string? Fixed(params ReadOnlySpan<string> wires)
    {
        foreach (var wire in wires)
        {
            if (fields.FirstOrDefault(field => field.Wire == wire)?.Fixed is { } always)
                return always.Text;
        }
        return null;
    }

    /// <summary>The values as they came.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Wire => values;

    public JsonNode? Node(string name) => Field(name) is { } field ? values.GetValueOrDefault(field.Wire) : null;

    /// <summary>The objects of a list, whether all are of one type or each position has its own.</summary>
    public IReadOnlyList<FieldValues> Objects(string name)
    {
        if (
            Field(name) is not { Type.Name: { } typeName }
            || Node(name) is not JsonArray list
            || types.GetValueOrDefault(typeName) is not ObjectModel model
        )
            return [];
        var models = list.Select(
            (_, place) =>
                model.IsPositional ? types.GetValueOrDefault(model.Fields.ElementAtOrDefault(place)?.Type.Name ?? string.Empty) as ObjectModel : model
        );
        return
        [
            .. list.Zip(models)
                .Where(static pair => pair is { First: JsonObject, Second: not null })
                .Select(pair => new FieldValues(
                    pair.Second!.Fields,
                    pair.First!.AsObject().ToDictionary(static member => member.Key, static member => member.Value, StringComparer.Ordinal),
                    types
                )),
        ];
    }

    private static bool IsOn(JsonNode? node) => node is JsonValue value && value.ToString() is "1" or "true" or "True";

    private Field? Field(string name) => fields.FirstOrDefault(field => field.Name == name);
}
