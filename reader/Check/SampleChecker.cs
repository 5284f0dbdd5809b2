using System.Globalization;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Compares samples with the fields of their contract, member by member, to the bottom.</summary>
internal sealed class SampleChecker
{
    private static readonly string[] PairKeys = ["key", "value"];

    private readonly ProblemList _problems;
    private readonly Dictionary<string, TypeModel> _types;
    private readonly ScalarSampleChecker _scalars;

    private SampleChecker(ProblemList problems, IEnumerable<TypeModel> types, bool isAnswer)
    {
        _problems = problems;
        _scalars = new ScalarSampleChecker(problems, isAnswer);
        // Two types of one name are a problem of their own.
        _types = types
            .GroupBy(static type => type.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
    }

    /// <param name="types">The types of all files.</param>
    public static EquatableArray<Problem> Check(ContractSyntax syntax, EndpointModel endpoint, IEnumerable<TypeModel> types)
    {
        var problems = new ProblemList(syntax.Path, syntax.Text);
        var requests = new SampleChecker(problems, types, isAnswer: false);
        var answers = new SampleChecker(problems, types, isAnswer: true);
        var asked = endpoint
            .Request.Where(static field => field.Role is not (FieldRole.ApiKey or FieldRole.SecretKey))
            .Select(field => AsWritten(field, endpoint.Body))
            .ToList();
        foreach (var sample in Items(Member(syntax.Root, "samples")))
        {
            if (Member(sample, "request") is JsonObject request)
                requests.CheckObject(request, IsTrial(request, asked) ? [.. asked.Select(AsInTrial)] : asked, "the request");
            if (Member(sample, "response") is JsonObject response)
                answers.CheckAnswer(response, endpoint.Response);
        }
        return new(problems.Problems);
    }

    private static JsonNode? Member(JsonNode? node, string name) =>
        node is JsonObject parent ? parent.Members.FirstOrDefault(member => member.Name == name)?.Value : null;

    private static IEnumerable<JsonNode> Items(JsonNode? node) => node is JsonArray list ? list.Items : [];

    /// <summary>Outside of JSON every value is a text, and a sample may show a number in either form.</summary>
    private static Field AsWritten(Field field, RequestBody body) =>
        body.IsJson ? field : field with { Type = field.Type with { Accepts = field.Type.Accepts | Accepts.Text | Accepts.Number } };

    private void CheckAnswer(JsonObject answer, IReadOnlyCollection<Field> fields)
    {
        CheckObject(answer, fields, "the response", isRefusal: !IsAccepted(answer, fields));
        // Without a code, and without the text of a refusal, no reader can say what the answer means.
        var codes = fields.Where(static field => field.Success is not null).ToList();
        if (!codes.Exists(IsThere) && !fields.Any(field => field.Role == FieldRole.Refusal && IsThere(field)))
            Report(answer, codes[0].Wire, "missing", "a result code in every response");

        bool IsThere(Field field) => Member(answer, field.Wire) is not (null or JsonNull);
    }

    private static bool IsTrial(JsonObject request, IEnumerable<Field> fields) =>
        fields.Any(field =>
            field.Sandbox
            && Member(request, field.Wire) is JsonText { Value: "1" or "true" } or JsonNumber { Text: "1" } or JsonBoolean { Value: true }
        );

    private static Field AsInTrial(Field field) => field with { Bounds = field.Bounds with { MinCount = field.Bounds.MinCountOfTrials } };

    /// <param name="isRefusal">Whether it is an answer that refuses, and may lack what accepted ones always have.</param>
    private void CheckObject(JsonObject node, IReadOnlyCollection<Field> fields, string where, bool isRefusal = false)
    {
        foreach (var member in ObjectReader.MembersOf(node, _problems))
        {
            if (isRefusal && member.Value is JsonNull)
                continue;
            if (fields.FirstOrDefault(field => field.Wire == member.Name) is { } field)
                CheckValue(member.Value, field, member.Name);
            else
                _problems.Report(
                    ProblemKinds.SampleUnknownMember,
                    member.NameRange,
                    member.Name,
                    where,
                    Suggestion.For(member.Name, fields.Select(static field => field.Wire))
                );
        }
        if (isRefusal)
            return;
        foreach (var field in fields.Where(field => field.Required && field.Default is null && node.Members.All(member => member.Name != field.Wire)))
            Report(node, field.Wire, "missing", "a value, because it is required");
    }

    private static bool IsAccepted(JsonObject answer, IReadOnlyCollection<Field> fields) =>
        fields.Any(field =>
            field.Success is { } success
            && Member(answer, field.Wire) is { } code
            && Numbers.TryParseCode(
                code is JsonText text ? text.Value
                    : code is JsonNumber number ? number.Text
                    : "-",
                out var value
            )
            && success.Values.Contains(value)
        );

    private void CheckValue(JsonNode value, Field field, string name)
    {
        if (field.Fixed is { } always)
        {
            if (JsonRenderer.Render(value) != always.Json)
                Report(value, name, JsonRenderer.Render(value), $"always {always.Json}");
        }
        else if (field.Success is not null)
        {
            _scalars.CheckCode(value, name);
        }
        else if (value is JsonNull && !field.Required)
        {
            return;
        }
        else if (field.Type.IsList)
        {
            if (value is not JsonArray list)
                Report(value, name, value.Kind, "an array");
            else
                CheckList(list, field, name);
        }
        else
        {
            CheckItem(value, field, name);
        }
    }

    private void CheckList(JsonArray list, Field field, string name)
    {
        if (list.Items.Count < field.Bounds.MinCount || list.Items.Count > field.Bounds.MaxCount)
            Report(
                list,
                name,
                $"an array of {list.Items.Count}",
                $"{field.Bounds.MinCount ?? 0} to {field.Bounds.MaxCount?.ToString(CultureInfo.InvariantCulture) ?? "any number"}"
            );
        // Nothing is no item, in whatever form.
        var item = field with
        {
            Required = true,
        };
        foreach (var value in list.Items)
            CheckItem(value, item, $"{name}[]");
    }

    private void CheckItem(JsonNode value, Field field, string name)
    {
        var type = field.Type;
        switch (type.Kind)
        {
            case FieldKind.Object:
                CheckDeclared(value, type.Name!, name);
                break;
            case FieldKind.Map when value is JsonObject map:
                map.Members.ToList().ForEach(member => _scalars.CheckText(member.Value, $"{name}.{member.Name}"));
                break;
            case FieldKind.Pairs when value is JsonArray pairs:
                pairs.Items.ToList().ForEach(pair => CheckPair(pair, name));
                break;
            case FieldKind.Map or FieldKind.Pairs:
                Report(value, name, value.Kind, type.Kind == FieldKind.Map ? "an object of strings" : "an array of keys and values");
                break;
            default:
                _scalars.Check(value, field, name);
                break;
        }
    }

    private void CheckPair(JsonNode pair, string name)
    {
        const string Wanted = "a list of { \"key\": …, \"value\": … }";
        if (pair is not JsonObject { Members: var members })
        {
            Report(pair, $"{name}[]", pair.Kind, Wanted);
            return;
        }
        foreach (var member in members)
        {
            if (member.Name is "key" or "value")
                _scalars.CheckText(member.Value, $"{name}[].{member.Name}");
            else
                _problems.Report(ProblemKinds.SampleDoesNotFit, member.NameRange, $"{name}[].{member.Name}", "too much", Wanted);
        }
        foreach (var key in PairKeys.Where(key => members.All(member => member.Name != key)))
            Report(pair, $"{name}[].{key}", "missing", Wanted);
    }

    private void CheckDeclared(JsonNode value, string typeName, string name)
    {
        _types.TryGetValue(typeName, out var type);
        switch (type)
        {
            case ObjectModel { IsPositional: true } positions when value is JsonArray list:
                foreach (var (item, field) in list.Items.Zip(positions.Fields, static (item, field) => (item, field)))
                    CheckValue(item, field, $"{name}.{field.Name}");
                if (list.Items.Count > positions.Fields.Count || positions.Fields.Skip(list.Items.Count).Any(static field => field.Required))
                    Report(value, name, $"an array of {list.Items.Count}", $"an array of {positions.Fields.Count}");
                break;
            case ObjectModel { IsPositional: false } model when value is JsonObject node:
                CheckObject(node, model.Fields, $"'{model.Name}'");
                break;
            case ChoiceModel choice when value is JsonObject node:
                var by = Member(node, choice.By) is JsonText text ? text.Value : string.Empty;
                if (choice.Cases.FirstOrDefault(item => item.Value == by) is { } found)
                    CheckDeclared(value, found.Type, name);
                else
                    Report(value, $"{name}.{choice.By}", $"'{by}'", $"one of {string.Join(", ", choice.Cases.Select(static item => item.Value))}");
                break;
            case not null:
                Report(value, name, value.Kind, type is ObjectModel { IsPositional: true } ? "a list" : "an object");
                break;
        }
    }

    private void Report(JsonNode node, string name, string found, string wanted) =>
        _problems.Report(ProblemKinds.SampleDoesNotFit, node.Word, name, found, wanted);
}
