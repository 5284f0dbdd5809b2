using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Cli.Import.Json;

namespace Esms.Cli.Import.Secrets;

/// <summary>
/// Takes the secrets out of values before anything is made of them: what comes behind it cannot give away what it has never seen. A hidden value
/// keeps its kind, so that types are told as before.
/// </summary>
/// <param name="source">Where the values were found.</param>
/// <param name="vault">The secrets of everything that is imported together.</param>
internal sealed class SecretCleaner(ImportSource source, SecretVault vault, Notes notes)
{
    private const int MaxDepth = 4;

    /// <summary>Keeps the secrets of a value, so that they are found wherever else they are.</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="isSecret">Whether the value is inside of one whose name announces a secret.</param>
    public void Collect(string name, JsonNode? node, bool isSecret = false) => Collect(name, node, isSecret, depth: 0);

    private void Collect(string name, JsonNode? node, bool isSecret, int depth)
    {
        isSecret |= SecretNames.Is(name);
        switch (node)
        {
            case JsonObject members:
                var pair = PairName(members);
                foreach (var (key, value) in members)
                    Collect(pair is not null && IsPairValue(key) ? pair : key, value, isSecret, depth);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Collect(name, items[i], isSecret || IsBehindName(items, i), depth);
                break;
            case JsonValue value:
                CollectValue(value, isSecret, depth);
                break;
        }
    }

    /// <returns>The value without what is secret in it.</returns>
    public JsonNode? Clean(string path, string name, JsonNode? node, bool isSecret = false)
    {
        isSecret |= SecretNames.Is(name);
        return node switch
        {
            JsonObject members => CleanMembers(path, members, isSecret),
            JsonArray items => new JsonArray([.. items.Select((item, i) => Clean($"{path}[{i}]", name, item, isSecret || IsBehindName(items, i)))]),
            JsonValue value => CleanValue(path, value, isSecret),
            _ => null,
        };
    }

    public JsonObject CleanMembers(string path, JsonObject members, bool isSecret = false)
    {
        var cleaned = new JsonObject();
        var pair = PairName(members);
        foreach (var (key, value) in members)
        {
            if (IsSecretName(key))
                notes.Refuse(source.Find(key), $"the name of a member{In(path)} looks like a secret; the member was left out");
            else
                cleaned[key] = Clean(path.Length == 0 ? key : $"{path}.{key}", pair is not null && IsPairValue(key) ? pair : key, value, isSecret);
        }
        return cleaned;
    }

    /// <summary>Whether a name cannot be said.</summary>
    public bool IsSecretName(string name) => SecretLook.IsInName(name) || vault.IsIn(name);

    /// <summary>A text without what is secret in it.</summary>
    public string CleanText(string text, int depth = 0)
    {
        if (depth < MaxDepth && ParseInner(text) is { } inner)
        {
            var cleaned = CleanInner(inner, depth).ToJsonString();
            return cleaned == inner.ToJsonString() ? text : cleaned;
        }
        if (depth < MaxDepth && TextLayers.Under(text).Any(layer => CleanText(layer, depth + 1) != layer))
            return Mask.Of(text);
        var clean = new StringBuilder(text);
        foreach (var (start, length) in vault.FindIn(text).Reverse())
            clean.Remove(start, length).Insert(start, Mask.Of(text.Substring(start, length)));
        return clean.ToString();
    }

    private static string In(string path) => path.Length == 0 ? string.Empty : $" of {path}";

    /// <summary>The name in { "key": "password", "value": "…" }, which is that of the value.</summary>
    private static string? PairName(JsonObject members) =>
        members
            .Where(static member => member.Key.ToUpperInvariant() is "KEY" or "K" or "NAME" or "FIELD" or "PARAM" or "PARAMETER" or "TYPE" or "LABEL")
            .Select(static member => member.Value)
            .OfType<JsonValue>()
            .Select(static value => value.ToString())
            .OrderByDescending(SecretNames.Is)
            .FirstOrDefault();

    private static bool IsPairValue(string key) => key.ToUpperInvariant() is "VALUE" or "VAL" or "V" or "CONTENT" or "DATA" or "TEXT";

    /// <summary>In ["password", "…"], the first one is the name of the second.</summary>
    private static bool IsBehindName(JsonArray items, int i) =>
        i > 0 && items[i - 1] is JsonValue before && before.GetValueKind() == JsonValueKind.String && SecretNames.IsOnly(before.ToString());

    private void CollectValue(JsonValue value, bool isSecret, int depth)
    {
        var text = value.ToString();
        if (Infer.Placeholder.Is(text) || value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return;
        if (isSecret)
            vault.Add(text);
        CollectText(text, depth);
    }

    private void CollectText(string text, int depth)
    {
        foreach (var (start, length) in SecretLook.FindIn(text, hasNames: true))
            vault.Add(text.Substring(start, length));
        if (depth == MaxDepth)
            return;
        if (ParseInner(text) is { } inner)
            Collect(string.Empty, inner, isSecret: false, depth + 1);
        foreach (var layer in TextLayers.Under(text))
            CollectText(layer, depth + 1);
    }

    private JsonNode CleanValue(string path, JsonValue value, bool isSecret)
    {
        var text = value.ToString();
        var kind = value.GetValueKind();
        if (Infer.Placeholder.Is(text) || kind is JsonValueKind.True or JsonValueKind.False)
            return value.DeepClone();
        if (kind == JsonValueKind.Number)
            return (isSecret && !IsShortNumber(text)) || HasSecret(text) ? Hide(path, text, JsonValue.Create(0)) : value.DeepClone();
        if (isSecret && text.Length > 0)
            return Hide(path, text, Mask.Of(text));
        var clean = CleanText(text);
        return clean == text ? value.DeepClone() : Hide(path, text, clean);
    }

    /// <summary>A count of tokens, or a state of a session.</summary>
    private static bool IsShortNumber(string text) => text.Length <= 2;

    private JsonNode Hide(string path, string text, JsonNode clean)
    {
        notes.Hide(source.Find(text), path.Length == 0 ? "a value looks like a secret" : $"{path} has what looks like a secret");
        return clean;
    }

    private bool HasSecret(string text) => vault.FindIn(text).Count > 0;

    private JsonNode CleanInner(JsonNode node, int depth, string name = "", bool isSecret = false)
    {
        isSecret |= SecretNames.Is(name);
        switch (node)
        {
            case JsonObject members:
                var cleaned = new JsonObject();
                foreach (var (key, value) in members)
                {
                    if (!IsSecretName(key))
                        cleaned[key] = value is null ? null : CleanInner(value, depth, key, isSecret);
                }
                return cleaned;
            case JsonArray items:
                return new JsonArray(
                    [.. items.Select((item, i) => item is null ? null : CleanInner(item, depth, name, isSecret || IsBehindName(items, i)))]
                );
            default:
                var text = node.ToString();
                return node.GetValueKind() switch
                {
                    JsonValueKind.String => isSecret && !Infer.Placeholder.Is(text) ? Mask.Of(text) : CleanText(text, depth + 1),
                    JsonValueKind.Number when isSecret || HasSecret(text) => 0,
                    _ => node.DeepClone(),
                };
        }
    }

    private static JsonNode? ParseInner(string text) =>
        text.AsSpan().TrimStart() is ['{' or '[', ..] && StrictJson.TryParse(text, out var node) ? node : null;
}
