using System.Globalization;
using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>Where an answer is other than its contract says: the first signs of a service that changes.</summary>
internal sealed class AnswerDrift
{
    private readonly Operation _operation;
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    private AnswerDrift(Operation operation) => _operation = operation;

    /// <summary>What a published answer has too is no difference, for the contract knows of it.</summary>
    /// <returns>A line for each difference; the items of a list share theirs.</returns>
    public static IReadOnlyCollection<string> Find(Operation operation, CallResponse answer, bool isAccepted)
    {
        var drift = Compare(operation, answer.Nodes, isAccepted);
        foreach (var sample in operation.Endpoint.Samples)
            drift.ExceptWith(Compare(operation, ((JsonObject)JsonParser.Parse(sample.Response)).Members, isAccepted: false));
        var code = answer.ResultCode;
        var isKnown = code == EsmsResultCode.Unspecified || IsSuccess(operation, code) || code.ToName() is not null;
        if (!isKnown)
            drift.Add($"the code {(int)code} is in no table");
        return drift;
    }

    private static HashSet<string> Compare(Operation operation, IReadOnlyList<JsonMember> members, bool isAccepted)
    {
        var drift = new AnswerDrift(operation);
        drift.CompareMembers(members, operation.Endpoint.Response, string.Empty, isAccepted);
        return drift._found;
    }

    private static bool IsSuccess(Operation operation, EsmsResultCode code) =>
        operation.Endpoint.Response.Any(field => field.Success?.Values.Contains((int)code) == true);

    /// <param name="isWhole">Whether what is required must be there; a refusal has the code alone.</param>
    private void CompareMembers(IReadOnlyList<JsonMember> members, IReadOnlyList<Field> fields, string path, bool isWhole)
    {
        foreach (var member in members)
        {
            if (fields.FirstOrDefault(field => field.Wire == member.Name) is { } field)
                CompareField(member.Value, field, path + member.Name);
            else
                _found.Add($"{path}{Plain.Text(member.Name)} is not in the contract; it is {member.Value.Kind}");
        }
        foreach (
            var field in fields.Where(field => isWhole && field is { IsRequiredFromCaller: true } && members.All(member => member.Name != field.Wire))
        )
            _found.Add($"{path}{field.Wire} is missing, which the contract says is always there");
    }

    private void CompareField(JsonNode value, Field field, string path)
    {
        if (field.Fixed is { } always)
        {
            if (JsonRenderer.Render(value) != always.Json)
                _found.Add($"{path} is not {always.Json}, which the contract says it always is");
        }
        else if (value is JsonNull)
        {
            if (field.IsRequiredFromCaller)
                _found.Add($"{path} is null, and the contract says it is always there");
        }
        else if (field.Success is { } success)
        {
            CompareForm(value, path, success.Form, SuccessCodes.Forms);
        }
        else if (!field.Type.IsList)
        {
            CompareItem(value, field, path);
        }
        else if (value is JsonArray list)
        {
            foreach (var item in list.Items)
                CompareItem(item, field, $"{path}[]");
        }
        else
        {
            _found.Add($"{path} is {value.Kind}, and the contract says a list");
        }
    }

    private void CompareItem(JsonNode value, Field field, string path)
    {
        switch (field.Type.Kind)
        {
            case FieldKind.Object:
                CompareDeclared(value, _operation.Types[field.Type.Name!], path);
                break;
            case FieldKind.Map or FieldKind.Pairs:
                if (value is not (JsonObject or JsonArray))
                    _found.Add($"{path} is {value.Kind}, and the contract says texts with names");
                break;
            default:
                CompareScalar(value, field, path);
                break;
        }
    }

    private void CompareDeclared(JsonNode value, TypeModel type, string path)
    {
        if (type is ObjectModel { IsPositional: true } positions && value is JsonArray list)
        {
            foreach (var (item, field) in list.Items.Zip(positions.Fields))
                CompareField(item, field, $"{path}.{field.Name}");
        }
        else if (type is ObjectModel { IsPositional: false } model && value is JsonObject item)
        {
            CompareMembers(item.Members, model.Fields, $"{path}.", isWhole: true);
        }
        else if (type is ChoiceModel choice && value is JsonObject shape && CaseOf(choice, shape) is { } found)
        {
            CompareDeclared(value, _operation.Types[found.Type], path);
        }
        else
        {
            _found.Add($"{path} is {value.Kind}, which is not the {type.Name} of the contract");
        }
    }

    private static ChoiceCase? CaseOf(ChoiceModel choice, JsonObject shape)
    {
        var by = (shape.Members.FirstOrDefault(member => member.Name == choice.By)?.Value as JsonText)?.Value;
        return choice.Cases.FirstOrDefault(item => item.Value == by);
    }

    private void CompareScalar(JsonNode value, Field field, string path)
    {
        if (!CompareForm(value, path, OwnForm(field), field.Type.Accepts))
            return;
        var text =
            value is JsonText inQuotes ? inQuotes.Value
            : value is JsonNumber digits ? digits.Text
            : null;
        if (text is null || (text == "null" && (field.Type.Accepts & Accepts.NullText) != 0))
            return;
        if (ValueFormat.Mismatch(text, field.Type, value is JsonNumber) is { } wanted)
            _found.Add($"{path} is not {wanted}");
        else if (_operation.EnumOf(field) is { } values && values.Values.All(known => known.Number.ToString(CultureInfo.InvariantCulture) != text))
            _found.Add($"{path} has the value {text}, which has no name in {values.Name}");
    }

    /// <returns>Whether the value is in a form that is read.</returns>
    private bool CompareForm(JsonNode value, string path, Accepts own, Accepts others)
    {
        var form = value switch
        {
            JsonText { Value: "null" } when (others & Accepts.NullText) != 0 => Accepts.NullText,
            JsonText => Accepts.Text,
            JsonNumber => Accepts.Number,
            JsonBoolean => Accepts.Boolean,
            _ => Accepts.Nothing,
        };
        if ((form & own) != 0)
            return true;
        var isRead = (form & others) != 0;
        var wanted = own switch
        {
            Accepts.Text => "a string",
            Accepts.Number => "a number",
            _ => "true or false",
        };
        _found.Add($"{path} is {value.Kind}, and the contract's own form is {wanted}{(isRead ? "; it is read all the same" : string.Empty)}");
        return isRead;
    }

    private static Accepts OwnForm(Field field) =>
        field.Type.Kind switch
        {
            _ when field.AsText => Accepts.Text,
            FieldKind.Text or FieldKind.Embedded or FieldKind.Date => Accepts.Text,
            FieldKind.Boolean => Accepts.Boolean,
            _ => Accepts.Number,
        };
}
