using System.Text.Json.Nodes;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import.Infer;

/// <summary>The section "request".</summary>
internal sealed class RequestInference(TypeInference inference, Notes notes)
{
    public JsonObject Of(ImportedCall call)
    {
        var section = new JsonObject();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in call.Fields)
        {
            if (section.ContainsKey(field.Wire))
                notes.Guess($"{field.Wire} stands twice in the request; the first one was taken.");
            else
                section[field.Wire] = Under(Of(field, call, names), field);
        }
        if (call.Fields.All(static field => SecretNames.Credential(field.Wire) is null))
            notes.Guess(
                "No field is named like a key of the account (ApiKey, SecretKey). Mark them with \"credential\", or no call will be accepted."
            );
        return section;
    }

    /// <summary>The fields of a published request that has values, without the keys; null when placeholders stand in it.</summary>
    public static JsonObject? SampleOf(ImportedCall call)
    {
        var values = call.Fields.Where(static field => SecretNames.Credential(field.Wire) is null && field.Value is not null).ToList();
        return values.Count == 0 || values.Any(static field => field.IsExample || Placeholder.IsIn(field.Value))
            ? null
            : new JsonObject(values.Select(static field => KeyValuePair.Create(field.Wire, field.Value?.DeepClone())));
    }

    private static JsonObject Under(JsonObject text, ImportedField field)
    {
        if (field.Under is { } under)
            text["under"] = under;
        return text;
    }

    private JsonObject Of(ImportedField field, ImportedCall call, HashSet<string> names)
    {
        if (SecretNames.Credential(field.Wire) is { } credential)
            return new JsonObject { ["credential"] = credential };
        if (KnownNames.IsConstant(field.Wire) && field is { Value: JsonValue, IsExample: false } && !Placeholder.IsIn(field.Value))
        {
            notes.Guess($"{field.Wire} is always {field.Value.ToJsonString()}.");
            return new JsonObject { ["fixed"] = field.Value.DeepClone() };
        }
        var isRequired = field.IsInPath || !(field.MayBeMissing || KnownNames.IsOptional(field.Wire));
        notes.Guess(isRequired ? $"{field.Wire} is required." : $"{field.Wire} may be left out.");
        var type = TypeOf(field, call);
        if (KnownNames.IsSandbox(field.Wire) && (string?)type["type"] == "flag")
            type["sandbox"] = true;
        return FieldText.Named(field.Wire, names, type, isPrivate: IsPrivate(field.Wire), isRequired);
    }

    private static bool IsPrivate(string wire) => KnownNames.IsPrivate(wire) || SecretNames.Is(wire);

    private JsonObject TypeOf(ImportedField field, ImportedCall call)
    {
        var type = inference.Of(field.Wire, field.Value is { } value ? [value] : [], isRequest: true);
        // Outside of JSON every value is a text, in quotes or not.
        if (!call.IsJson)
            type.Remove("as");
        return type;
    }
}
