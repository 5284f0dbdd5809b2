using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>
/// Checks what the user gave against the contract, to the bottom, and makes of it the values that go out. All problems are told at once,
/// each with its place, and nothing is sent while there is one.
/// </summary>
internal sealed class RequestReader
{
    private readonly Operation _operation;
    private readonly bool? _isTrial;
    private bool _mayBeShort;
    private readonly List<string> _problems = [];

    private RequestReader(Operation operation, bool? isTrial)
    {
        _operation = operation;
        _isTrial = isTrial;
    }

    /// <param name="options">What options gave, by the fields they stand for.</param>
    /// <param name="body">The request as a whole; an option wins over it.</param>
    /// <param name="isTrial">What every field that makes a call a trial is to say; null leaves each as it is given.</param>
    /// <param name="placeOf">Where a field would have been given that is missing; null is its option.</param>
    /// <exception cref="UsageException">Something is wrong, or missing.</exception>
    public static CallRequest Read(
        Operation operation,
        IReadOnlyDictionary<Field, Given> options,
        Given? body,
        bool? isTrial,
        Func<Field, string>? placeOf = null
    )
    {
        var reader = new RequestReader(operation, isTrial);
        var given = reader.Merge(options, body);
        // A trial may have shorter lists, however it is asked for.
        reader._mayBeShort = isTrial ?? given.Any(static pair => pair.Key.Sandbox && ScalarText(pair.Value.Node) is "1" or "true");
        var values = reader.ReadFields(operation.Endpoint.Request, given, placeOf ?? (field => OptionNames.Of(field, operation)));
        if (reader._problems.Count > 0)
            throw new UsageException(reader._problems, $"esms call {operation.Name} --help shows what each option takes.");
        return new CallRequest(operation, values);
    }

    private Dictionary<Field, Given> Merge(IReadOnlyDictionary<Field, Given> options, Given? body)
    {
        var merged = body is null ? [] : Members(body, _operation.Endpoint.Request, "the request");
        foreach (var (field, given) in options)
            merged[field] = given;
        return merged;
    }

    /// <summary>The members of an object by their fields.</summary>
    private Dictionary<Field, Given> Members(Given given, IReadOnlyList<Field> fields, string what)
    {
        var members = new Dictionary<Field, Given>();
        if (given.Node is not JsonObject node)
        {
            Report(given, $"{what} is a JSON object, and this is {given.Node.Kind}");
            return members;
        }
        foreach (var member in node.Members)
        {
            var place = given.Member(member);
            if (fields.FirstOrDefault(field => field.Wire == member.Name) is not { } field)
                Report(place, $"there is no member '{member.Name}' in {what}{Suggest(member.Name, fields)}");
            else if (field.Role is FieldRole.ApiKey or FieldRole.SecretKey)
                Report(place, $"keys have no place here; leave '{member.Name}' away, and give them in the environment or in an options file");
            else if (!members.TryAdd(field, place))
                Report(place, $"'{member.Name}' stands here twice");
        }
        return members;
    }

    /// <summary>The name on the wire that is meant, also by the C# name.</summary>
    private static string Suggest(string name, IReadOnlyList<Field> fields) =>
        fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } field
            ? $"; did you mean '{field.Wire}'?"
            : Suggestion.For(name, fields.Select(static field => field.Wire));

    /// <summary>The values of fields, in the order of the contract.</summary>
    /// <param name="placeOf">Where a field would have been given that is missing.</param>
    private Dictionary<string, JsonNode> ReadFields(IReadOnlyList<Field> fields, Dictionary<Field, Given> given, Func<Field, string> placeOf)
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (ReadField(field, given.GetValueOrDefault(field)) is { } value)
                values.Add(field.Wire, value);
            else if (field.IsRequiredFromCaller && !given.ContainsKey(field))
                _problems.Add($"{placeOf(field)} is missing: {field.Summary}");
        }
        return values;
    }

    private JsonNode? ReadField(Field field, Given? given)
    {
        if (field.Fixed is { } always)
        {
            if (given is not null && JsonRenderer.Render(given.Node) != always.Json)
                Report(given, $"this is always {always.Json}; leave it away");
            return JsonParser.Parse(always.Json);
        }
        if (field.Sandbox && _isTrial is { } isTrial)
            return ScalarReader.Read(isTrial ? "true" : "false", field, null, out _);
        if (given is null or { Node: JsonNull })
        {
            if (given is not null && field.IsRequiredFromCaller)
                Report(given, "this is null, and eSMS refuses the call without it");
            return field.Default is { } value ? ScalarReader.Read(value.Text, field, null, out _) : null;
        }
        return field.Type.IsList ? ReadList(field, given) : ReadItem(field, given);
    }

    private JsonArray? ReadList(Field field, Given given)
    {
        if (given.Node is not JsonArray list)
        {
            Report(given, $"this is a list, such as [\"…\"], and not {given.Node.Kind}");
            return null;
        }
        var (min, max) = ((_mayBeShort ? field.Bounds.MinCountOfTrials : field.Bounds.MinCount) ?? 0, field.Bounds.MaxCount ?? int.MaxValue);
        if (list.Items.Count < min || list.Items.Count > max)
            Report(given, $"there are {list.Items.Count}, and eSMS takes {(max == int.MaxValue ? $"at least {min}" : $"{min} to {max}")}");
        return new JsonArray(default, [.. list.Items.Select((item, i) => ReadItem(field, given.Item(item, i))).OfType<JsonNode>()]);
    }

    private JsonNode? ReadItem(Field field, Given given) =>
        field.Type.Kind switch
        {
            FieldKind.Object => ReadDeclared(_operation.Types[field.Type.Name!], given),
            FieldKind.Map => ReadMap(given) is { } map ? new JsonObject(default, map) : null,
            FieldKind.Pairs => ReadPairs(given),
            _ => ReadScalar(field, given),
        };

    private JsonNode? ReadScalar(Field field, Given given)
    {
        if (ScalarText(given.Node) is not { } text || (given.Node is JsonBoolean && field.Type.Kind is not (FieldKind.Boolean or FieldKind.Flag)))
        {
            Report(given, $"this is {FieldHelp.TypeOf(field)}, and not {given.Node.Kind}");
            return null;
        }
        if (text.Length == 0 && field is { IsRequiredFromCaller: true, Type: { Kind: FieldKind.Text, IsList: false } })
            Report(given, "this is empty, and eSMS refuses the call without it");
        var value = ScalarReader.Read(text, field, _operation.EnumOf(field), out var problem);
        if (problem is not null)
            Report(given, problem);
        return value;
    }

    private List<JsonMember>? ReadMap(Given given)
    {
        if (given.Node is not JsonObject map)
        {
            Report(given, $"this is an object of texts, such as {{\"name\":\"value\"}}, and not {given.Node.Kind}");
            return null;
        }
        var members = new List<JsonMember>();
        foreach (var member in map.Members)
        {
            if (ScalarText(member.Value) is { } text)
                members.Add(new JsonMember(member.Name, default, ScalarReader.Text(text)));
            else
                Report(given.Member(member), $"this is a text, and not {member.Value.Kind}");
        }
        return members;
    }

    /// <summary>As the list that goes out, or as an object, which is easier to write.</summary>
    private JsonArray? ReadPairs(Given given)
    {
        if (given.Node is JsonObject)
            return ReadMap(given) is { } map ? new JsonArray(default, [.. map.Select(Pair)]) : null;
        if (given.Node is JsonArray list && list.Items.All(static item => PairOf(item) is not null))
            return new JsonArray(default, [.. list.Items.Select(static item => Pair(PairOf(item)!))]);
        Report(given, "this is an object of texts, or a list of objects that have a key and a value each");
        return null;
    }

    private static JsonMember? PairOf(JsonNode item)
    {
        var members = item is JsonObject { Members.Count: 2 } pair ? pair.Members : [];
        var key = members.FirstOrDefault(static member => member.Name == "key")?.Value as JsonText;
        var value = members.FirstOrDefault(static member => member.Name == "value");
        return key is not null && value is not null && ScalarText(value.Value) is { } text
            ? new JsonMember(key.Value, default, ScalarReader.Text(text))
            : null;
    }

    private static JsonObject Pair(JsonMember member) =>
        new(default, [new JsonMember("key", default, ScalarReader.Text(member.Name)), new JsonMember("value", default, member.Value)]);

    private JsonNode? ReadDeclared(TypeModel type, Given given)
    {
        switch (type)
        {
            case ObjectModel { IsPositional: true } model:
                return ReadPositions(model, given);
            case ObjectModel model:
                var known = _problems.Count;
                var values = ReadFields(model.Fields, Members(given, model.Fields, $"'{model.Name}'"), field => $"{given.Place}: '{field.Wire}'");
                return _problems.Count > known
                    ? null
                    : new JsonObject(default, [.. values.Select(static value => new JsonMember(value.Key, default, value.Value))]);
            case ChoiceModel choice:
                var by = (given.Node as JsonObject)?.Members.FirstOrDefault(member => member.Name == choice.By)?.Value is JsonText text
                    ? text.Value
                    : string.Empty;
                if (choice.Cases.FirstOrDefault(item => item.Value == by) is { } found)
                    return ReadDeclared(_operation.Types[found.Type], given);
                Report(
                    given,
                    $"'{choice.By}' says which kind of '{choice.Name}' it is, and must be one of {string.Join(", ", choice.Cases.Select(static item => item.Value))}"
                );
                return null;
            default:
                throw new InvalidOperationException($"{type.Name} is no object.");
        }
    }

    private JsonArray? ReadPositions(ObjectModel model, Given given)
    {
        if (given.Node is not JsonArray list || list.Items.Count > model.Fields.Count)
        {
            Report(given, $"this is a list of {string.Join(", ", model.Fields.Select(static field => field.Name))}, in this order");
            return null;
        }
        var values = new List<JsonNode>();
        foreach (var (field, i) in model.Fields.Select(static (field, i) => (field, i)))
        {
            var item = i < list.Items.Count ? given.Item(list.Items[i], i) : null;
            if (item is null && field.IsRequiredFromCaller)
                Report(given, $"the part {field.Name} is missing: {field.Summary}");
            // A position without a value is null, for the others would move.
            values.Add(ReadField(field, item) ?? new JsonNull(default));
        }
        return new JsonArray(default, values);
    }

    private static string? ScalarText(JsonNode node) =>
        node switch
        {
            JsonText text => text.Value,
            JsonNumber number => number.Text,
            JsonBoolean flag => flag.Kind,
            _ => null,
        };

    private void Report(Given given, string problem) => _problems.Add($"{given.Place}: {problem}{(problem.EndsWith('?') ? string.Empty : ".")}");
}
