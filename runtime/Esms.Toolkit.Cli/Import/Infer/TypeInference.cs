using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Esms.Cli.Import.Infer;

/// <summary>Tells the type of a field from all values that were seen of it.</summary>
internal sealed class TypeInference(TypeBook types, Notes notes)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>The keys "type", and what belongs to it.</summary>
    /// <param name="wire">The field.</param>
    /// <param name="values">What was seen; null and absent values are left out.</param>
    public JsonObject Of(string wire, IReadOnlyList<JsonNode> values, bool isRequest)
    {
        if (values.Count == 0)
        {
            notes.Guess($"{wire} is a string: no value of it was seen.");
            return Type("string");
        }
        if (values.All(static value => value is JsonArray))
            return List(wire, values, isRequest);
        if (values.All(static value => value is JsonObject))
            return Object(wire, [.. values.Cast<JsonObject>()], isRequest);
        if (values.Any(static value => value is JsonArray or JsonObject))
        {
            notes.Guess($"{wire} is now an object or a list and now a single value; the language has no such type. Look at it first.");
            return Type("string");
        }
        return Scalar(wire, values, isRequest);
    }

    private static JsonObject Type(string word) => new() { ["type"] = word };

    private JsonObject List(string wire, IReadOnlyList<JsonNode> lists, bool isRequest)
    {
        var items = lists.SelectMany(static list => list.AsArray()).OfType<JsonNode>().ToList();
        if (items.Count == 0)
        {
            notes.Guess($"{wire} is a list of strings: only an empty list was seen.");
            return Type("string[]");
        }
        if (items.All(static item => item is JsonObject { Count: 2 } pair && pair.ContainsKey("key") && pair.ContainsKey("value")))
            return Type("pairs");
        if (items.Any(static item => item is JsonArray))
            notes.Guess($"{wire} is a list of lists; the language has none. Look at it first.");
        var item = Of(wire, items, isRequest);
        var word = (string)item["type"]!;
        // A list of free names or of pairs there is not; such items are objects of their own.
        if (word is "map" or "pairs")
            word = Declared(wire, [.. items.Cast<JsonObject>()], isRequest);
        var bar = word.IndexOf('|', StringComparison.Ordinal);
        item["type"] = bar < 0 ? $"{word}[]" : $"{word[..bar]}[]{word[bar..]}";
        return item;
    }

    private JsonObject Object(string wire, IReadOnlyList<JsonObject> objects, bool isRequest)
    {
        if (
            isRequest
            && KnownNames.HasFreeNames(wire)
            && objects.All(static item => item.All(static member => member.Value?.GetValueKind() == JsonValueKind.String))
        )
            return Type("map");
        return Type(Declared(wire, objects, isRequest));
    }

    private string Declared(string wire, IReadOnlyList<JsonObject> objects, bool isRequest) =>
        new ObjectInference(types, this, notes).Declare(wire, objects, isRequest);

    private JsonObject Scalar(string wire, IReadOnlyList<JsonNode> values, bool isRequest)
    {
        var texts = values
            .Where(static value => value.GetValueKind() == JsonValueKind.String)
            .Select(static value => value.GetValue<string>())
            .ToList();
        var numbers = values
            .Where(static value => value.GetValueKind() == JsonValueKind.Number)
            .Select(static value => value.ToJsonString())
            .ToList();
        var booleans = values.Count - texts.Count - numbers.Count;
        if (isRequest && texts.Any(Placeholder.Is))
            return OfPlaceholder(wire);
        if (booleans > 0)
            return Boolean(texts, numbers);
        if (numbers.Count > 0)
            return Number(wire, numbers, texts);
        return isRequest && KnownNames.IsSwitch(wire) && texts.All(static text => text is "0" or "1")
            ? new JsonObject { ["type"] = "flag", ["as"] = "text" }
            : Text(wire, texts);
    }

    /// <summary>The value tells nothing, and so the name must.</summary>
    private JsonObject OfPlaceholder(string wire)
    {
        if (!KnownNames.IsSwitch(wire))
            return Type("string");
        notes.Guess($"{wire} is 0 or 1, in quotes, by its name.");
        return new JsonObject { ["type"] = "flag", ["as"] = "text" };
    }

    private static JsonObject Boolean(List<string> texts, List<string> numbers) =>
        Type($"bool{(texts.Count > 0 ? "|string" : string.Empty)}{(numbers.Count > 0 ? "|number" : string.Empty)}");

    private JsonObject Number(string wire, List<string> numbers, List<string> texts)
    {
        var all = numbers.Concat(texts.Where(static text => text != "null")).ToList();
        var isWhole = all.All(static text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        var isNumber = all.All(static text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        if (!isNumber)
        {
            notes.Guess($"{wire} is a string that may come as a number: it came as both.");
            return Type("string|number");
        }
        var word =
            KnownNames.IsMoney(wire) ? "money"
            : !isWhole ? "decimal"
            : IsLong(wire, all) ? "long"
            : "int";
        if (texts.Any(static text => text != "null"))
        {
            notes.Guess($"{wire} is a number that may come in quotes: it came as both.");
            word += "|string";
        }
        if (texts.Contains("null"))
            word += "|nullText";
        return Type(word);
    }

    /// <summary>Ids grow.</summary>
    private static bool IsLong(string wire, IEnumerable<string> numbers) =>
        KnownNames.IsId(wire) || numbers.Any(static text => !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private JsonObject Text(string wire, List<string> texts)
    {
        var format = DateFormats.FirstOrDefault(format =>
            texts.All(text => DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        );
        format ??= texts.All(static text => text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal))
            ? "/Date(ms)/"
            : null;
        if (format is null || texts.Count == 0)
            return Type("string");
        notes.Guess($"{wire} is a date, written {format}.");
        return new JsonObject { ["type"] = "date", ["format"] = format };
    }
}
