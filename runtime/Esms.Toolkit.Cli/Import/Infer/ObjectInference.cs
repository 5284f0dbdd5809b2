using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Cli.Import.Secrets;
using Esms.Toolkit.Reader.Check;

namespace Esms.Cli.Import.Infer;

/// <summary>Tells the members of an object from all that were seen of it, and whether it is one of several shapes.</summary>
internal sealed class ObjectInference(TypeBook types, TypeInference inference, Notes notes)
{
    /// <returns>The name of the type.</returns>
    public string Declare(string wire, IReadOnlyList<JsonObject> objects, bool isRequest)
    {
        if (MarkOf(objects) is not { } mark)
            return types.Declare(wire, _ => Fields(wire, objects, isRequest, mark: null));
        notes.Guess($"{wire} is one of several objects, told apart by {mark}.");
        var cases = objects.GroupBy(item => (string)item[mark]!, StringComparer.Ordinal).ToList();
        return types.Declare(wire, name => Choice(name, mark, cases, isRequest));
    }

    private JsonObject Choice(string name, string mark, IEnumerable<IGrouping<string, JsonObject>> cases, bool isRequest)
    {
        var names = new JsonArray();
        foreach (var shape in cases)
            names.Add((JsonNode)types.Declare($"{name}_{shape.Key}", _ => Fields(shape.Key, [.. shape], isRequest, mark)));
        return new JsonObject
        {
            ["summary"] = "One of several objects. Imported: say what it is.",
            ["by"] = mark,
            ["oneOf"] = names,
        };
    }

    /// <param name="mark">The member that is always the same in this shape.</param>
    private JsonObject Fields(string wire, IReadOnlyList<JsonObject> objects, bool isRequest, string? mark)
    {
        var fields = new JsonObject();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in objects.SelectMany(static item => item.Select(static member => member.Key)).Distinct())
        {
            var values = objects.Where(item => item[name] is not null).Select(item => item[name]!).ToList();
            if (name == mark)
                fields[name] = new JsonObject { ["fixed"] = values[0].DeepClone() };
            else if (!isRequest && name is "CodeResult" or "CodeResponse")
                fields[name] = new JsonObject
                {
                    ["result"] = new JsonArray(values.Any(static value => value.GetValueKind() == JsonValueKind.Number) ? 100 : "100"),
                };
            else
                fields[name] = FieldText.Named(
                    name,
                    names,
                    inference.Of(name, values, isRequest),
                    isPrivate: KnownNames.IsPrivate(name) || SecretNames.Is(name),
                    isRequired: false
                );
        }
        return new JsonObject { ["summary"] = $"What {wire} holds. Imported: say what it is.", ["fields"] = fields };
    }

    /// <summary>A text by which the objects fall into groups, where they contradict each other without it.</summary>
    private static string? MarkOf(IReadOnlyList<JsonObject> objects)
    {
        if (!Contradict(objects))
            return null;
        return objects[0]
            .Select(static member => member.Key)
            .FirstOrDefault(name =>
                name.EndsWith("type", StringComparison.OrdinalIgnoreCase)
                && objects.All(item =>
                    item[name]?.GetValueKind() == JsonValueKind.String
                    && !Placeholder.Is(item[name])
                    && Names.FromWire((string)item[name]!).Length > 0
                )
                && objects.GroupBy(item => (string)item[name]!, StringComparer.Ordinal).All(static group => !Contradict([.. group]))
            );
    }

    private static bool Contradict(IReadOnlyList<JsonObject> objects) =>
        objects
            .SelectMany(static item => item)
            .Where(static member => member.Value is not null)
            .GroupBy(static member => member.Key, StringComparer.Ordinal)
            .Any(static group => group.Select(static member => ShapeOf(member.Value!)).Distinct().Count() > 1);

    private static string ShapeOf(JsonNode value) =>
        value switch
        {
            JsonArray => "list",
            JsonObject => string.Join(',', ((JsonObject)value).Select(static member => member.Key).Order(StringComparer.Ordinal)),
            _ => "value",
        };
}
