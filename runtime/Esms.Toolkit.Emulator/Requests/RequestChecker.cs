using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Emulator;

/// <summary>
/// Compares a request with the fields of its contract, to the bottom. As lenient as the service is: numbers may be texts and the other way round,
/// and an empty text is as good as none.
/// </summary>
internal sealed class RequestChecker
{
    /// <summary>The service reads this many message ids and passes over the rest without a word.</summary>
    private const string CutLists = "SmsIds";

    private readonly EndpointModel _endpoint;
    private readonly IReadOnlyDictionary<string, TypeModel> _types;
    private readonly bool _isTrial;
    private readonly RequestReport _report = new();

    private RequestChecker(EndpointModel endpoint, IReadOnlyDictionary<string, TypeModel> types, bool isTrial)
    {
        _endpoint = endpoint;
        _types = types;
        _isTrial = isTrial;
    }

    /// <param name="values">The values of the request, by their wire names.</param>
    /// <param name="types">The types of all contracts.</param>
    public static RequestReport Check(
        EndpointModel endpoint,
        IReadOnlyDictionary<string, JsonNode?> values,
        IReadOnlyDictionary<string, TypeModel> types
    )
    {
        var checker = new RequestChecker(endpoint, types, new FieldValues(endpoint.Request, values, types).IsSandbox);
        checker.CheckMembers(values, endpoint.Request, string.Empty);
        return checker._report;
    }

    private void CheckMembers(IEnumerable<KeyValuePair<string, JsonNode?>> members, IReadOnlyList<Field> fields, string path)
    {
        var given = members.ToDictionary(static member => member.Key, static member => member.Value, StringComparer.Ordinal);
        foreach (var field in fields.Where(static field => field.Role is not (FieldRole.ApiKey or FieldRole.SecretKey)))
            CheckField(given.GetValueOrDefault(field.Wire), field, path + field.Wire);
        foreach (var name in given.Keys.Where(name => fields.All(field => field.Wire != name)))
            _report.AddUnknown(path + name, HintAt(name, fields));
    }

    /// <summary>A name that is wrong here can be a slip of the pen, or belong to the request itself.</summary>
    private string HintAt(string name, IReadOnlyList<Field> fields) =>
        Suggestion.Nearest(name, fields.Select(static field => field.Wire)) is { } near ? $" - did you mean '{near}'?"
        : _endpoint.Request.Any(field => field.Wire == name) ? $" - did you mean '{name}' of the request itself?"
        : string.Empty;

    private void CheckField(JsonNode? value, Field field, string path)
    {
        if (IsNothing(value))
        {
            if (field.Fixed is not null)
                _report.AddWrongFixed(FieldCodes.Missing(field, _endpoint, path), path, "is missing");
            else if (field.IsRequiredFromCaller)
                _report.AddMissing(FieldCodes.Missing(field, _endpoint, path), path);
        }
        else if (field.Fixed is { } always)
        {
            if (TextOf(JsonNode.Parse(always.Json)) != TextOf(value))
                _report.AddWrongFixed(FieldCodes.Invalid(field, path), path, $"is {Short(value)}; it is always {always.Json}");
        }
        else if (field.Type.IsList)
        {
            CheckList(value!, field, path);
        }
        else
        {
            CheckItem(value!, field, path);
        }
    }

    private void CheckList(JsonNode value, Field field, string path)
    {
        // An element of XML that stands once is a list of one.
        var items = value as JsonArray ?? (_endpoint.Body.IsJson ? null : new JsonArray(value.DeepClone()));
        if (items is null)
        {
            _report.AddProblem(FieldCodes.Invalid(field, path), path, "is not a list");
            return;
        }
        var different = items.Where(static item => !IsNothing(item)).Select(TextOf).Distinct(StringComparer.Ordinal).Count();
        var least = _isTrial ? field.Bounds.MinCountOfTrials : field.Bounds.MinCount;
        if (different < least)
            _report.AddProblem(FieldCodes.TooFew(field), path, $"has {different} different items; it has at least {least}");
        if (items.Count > field.Bounds.MaxCount && field.Name != CutLists)
            _report.AddProblem(FieldCodes.TooMany(field, path), path, $"has {items.Count} items; it has at most {field.Bounds.MaxCount}");
        else
            CheckItems(items, field, path);
    }

    private void CheckItems(JsonArray items, Field field, string path)
    {
        for (var i = 0; i < items.Count; i++)
        {
            // A single wrong number in a list is passed over, and refused by its rule when nothing is left.
            if (items[i] is { } item)
                CheckItem(item, field, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    private void CheckItem(JsonNode value, Field field, string path)
    {
        switch (field.Type.Kind)
        {
            case FieldKind.Object:
                CheckDeclared(value, field, _types.GetValueOrDefault(field.Type.Name!), path);
                break;
            case FieldKind.Map:
                if (value is not JsonObject map || map.Any(static member => member.Value is JsonObject or JsonArray))
                    _report.AddProblem(FieldCodes.Invalid(field, path), path, "is not an object of texts");
                break;
            case FieldKind.Pairs:
                if (
                    value is not JsonArray pairs
                    || pairs.Any(static pair => pair is not JsonObject { Count: 2 } item || !item.ContainsKey("key") || !item.ContainsKey("value"))
                )
                    _report.AddProblem(FieldCodes.Invalid(field, path), path, "is not a list of keys and values");
                break;
            default:
                CheckScalar(value, field, path);
                break;
        }
    }

    private void CheckDeclared(JsonNode value, Field field, TypeModel? type, string path)
    {
        switch (type)
        {
            case ObjectModel { IsPositional: true } positions when value is JsonArray list:
                for (var i = 0; i < positions.Fields.Count; i++)
                    CheckField(i < list.Count ? list[i] : null, positions.Fields[i], $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]");
                break;
            case ObjectModel { IsPositional: false } model when value is JsonObject members:
                CheckMembers(members, model.Fields, $"{path}.");
                break;
            case ChoiceModel choice when value is JsonObject members:
                var by = members[choice.By] is JsonValue text ? text.ToString() : string.Empty;
                if (choice.Cases.FirstOrDefault(item => item.Value == by) is { } found)
                    CheckDeclared(value, field, _types.GetValueOrDefault(found.Type), path);
                else
                    _report.AddProblem(
                        FieldCodes.Invalid(field, path),
                        $"{path}.{choice.By}",
                        $"is '{by}'; it is one of {string.Join(", ", choice.Cases.Select(static item => item.Value))}"
                    );
                break;
            default:
                _report.AddProblem(
                    FieldCodes.Invalid(field, path),
                    path,
                    type is ObjectModel { IsPositional: true } ? "is not a list" : "is not an object"
                );
                break;
        }
    }

    private void CheckScalar(JsonNode value, Field field, string path)
    {
        if (value is not JsonValue)
        {
            _report.AddProblem(FieldCodes.Invalid(field, path), path, "is not a single value");
            return;
        }
        var text = value.ToString();
        if (ValueFormat.Mismatch(text, field.Type, value.GetValueKind() == JsonValueKind.Number) is { } wanted)
            _report.AddProblem(FieldCodes.Invalid(field, path), path, $"is {Short(value)}, not {wanted}");
        else if (
            field.Type.Kind == FieldKind.Enum
            && _types.GetValueOrDefault(field.Type.Name!) is EnumModel model
            && model.Values.All(known => known.Number.ToString(CultureInfo.InvariantCulture) != text)
        )
            _report.AddProblem(
                FieldCodes.Invalid(field, path),
                path,
                $"is {text}; it is one of {string.Join(", ", model.Values.Select(static known => known.Number))}"
            );
        if (text.Length > field.Bounds.MaxLength)
            _report.AddProblem(
                FieldCodes.TooLong(field, path, text.Length),
                path,
                $"has {text.Length} characters; it has at most {field.Bounds.MaxLength}"
            );
        if (_endpoint.Body.IsJson && IsText(field) != (value.GetValueKind() == JsonValueKind.String))
            _report.AddNote($"{path} is {(IsText(field) ? "no text" : "a text")}, unlike in the contract");
    }

    private static bool IsText(Field field) => field.AsText || field.Type.Kind is FieldKind.Text or FieldKind.Date;

    private static bool IsNothing(JsonNode? value) => value is null || (value.GetValueKind() == JsonValueKind.String && value.ToString().Length == 0);

    private static string TextOf(JsonNode? node) =>
        node is JsonArray list ? string.Join(',', list.Select(static item => item?.ToString())) : node?.ToString() ?? string.Empty;

    private static string Short(JsonNode? value) =>
        value is JsonValue ? $"'{(value.ToString() is { Length: > 40 } text ? text[..40] : value.ToString())}'" : "no single value";
}
