using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import.Infer;

/// <summary>The section "response", from all answers that were given.</summary>
internal sealed class ResponseInference
{
    private const int Success = 100;

    private static readonly string[] MessageNames = ["ErrorMessage", "ErrorMsg", "message", "Message", "Msg"];

    private readonly TypeInference _inference;
    private readonly Notes _notes;
    private readonly IReadOnlyList<JsonObject> _answers;
    private readonly IReadOnlyList<string> _codes;
    private readonly string? _message;

    public ResponseInference(TypeInference inference, Notes notes, IReadOnlyList<JsonObject> answers)
    {
        _inference = inference;
        _notes = notes;
        _answers = answers;
        _codes = [.. Members().Where(IsCode)];
        // One of them is a text that goes with the code, and not the code: a word, or a zero beside a code that is 100.
        if (_codes.Any(wire => CodesAt(wire).Contains(Success)))
            _codes = [.. _codes.Where(wire => CodesAt(wire).Contains(Success) || IsOnlyInRefusals(wire))];
        _message = MessageNames.FirstOrDefault(wire => Members().Contains(wire) && Values(wire).All(IsText));
        SuccessCode = _codes.SelectMany(CodesAt).Contains(Success) || !_codes.SelectMany(CodesAt).Contains(0) ? Success : 0;
    }

    /// <summary>The code of accepted answers.</summary>
    public int SuccessCode { get; }

    public JsonObject Section()
    {
        var section = new JsonObject();
        if (_codes.Count == 0)
        {
            section["CodeResult"] = new JsonObject { ["result"] = new JsonArray("100") };
            _notes.Guess("The result code is CodeResult, and \"100\" is success: no answer has shown it.");
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wire in Members())
            section[wire] = Member(wire, names);
        if (_answers.Count > 0)
            _notes.Guess("No member of an answer is \"required\": say so of those that no accepted answer can do without.");
        return section;
    }

    /// <summary>The code of an answer; null when it has none.</summary>
    public int? CodeOf(JsonObject answer) => _codes.Select(wire => Number(answer[wire])).FirstOrDefault(static code => code is not null);

    private JsonObject Member(string wire, HashSet<string> names)
    {
        if (_codes.Contains(wire))
            return Code(wire);
        if (wire == _message)
            return new JsonObject { ["message"] = true };
        if (wire is "error" or "Error" && Values(wire).All(IsText))
            return new JsonObject { ["refusal"] = true };
        return FieldText.Named(
            wire,
            names,
            _inference.Of(wire, [.. Values(wire)], isRequest: false),
            isPrivate: KnownNames.IsPrivate(wire) || SecretNames.Is(wire),
            isRequired: false
        );
    }

    private JsonObject Code(string wire)
    {
        var isText = Values(wire).Any(IsText);
        var isNumber = Values(wire).Any(static value => value.GetValueKind() == JsonValueKind.Number);
        var values = new JsonArray();
        if (isText)
            values.Add((JsonNode)SuccessCode.ToString(CultureInfo.InvariantCulture));
        if (isNumber)
            values.Add((JsonNode)SuccessCode);
        var code = new JsonObject { ["result"] = values };
        // Some operations have the code of accepted answers at one place, and that of refused ones at another.
        if (
            _codes.Count > 1
            && _codes.All(place => IsOnlyInAccepted(place) || IsOnlyInRefusals(place))
            && _codes.Any(IsOnlyInAccepted)
            && _codes.Any(IsOnlyInRefusals)
        )
            code["when"] = IsOnlyInAccepted(wire) ? "accepted" : "refused";
        if (!CodesAt(wire).Contains(SuccessCode) && !code.ContainsKey("when"))
            _notes.Guess($"{wire} is {SuccessCode} for success: no answer has shown it.");
        return code;
    }

    private IEnumerable<string> Members() => _answers.SelectMany(static answer => answer.Select(static member => member.Key)).Distinct();

    private IEnumerable<JsonNode> Values(string wire) => _answers.Select(answer => answer[wire]).OfType<JsonNode>();

    private IEnumerable<int> CodesAt(string wire) => Values(wire).Select(Number).OfType<int>();

    /// <summary>By its name and its values; two names are enough by themselves, whatever a help page shows in the place of a code.</summary>
    private bool IsCode(string wire) =>
        wire is "CodeResult" or "CodeResponse"
        || (KnownNames.IsResultCode(wire) && Values(wire).Any() && Values(wire).All(static value => Number(value) is not null));

    private bool IsOnlyInAccepted(string wire) => CodesAt(wire).All(code => code == SuccessCode);

    private bool IsOnlyInRefusals(string wire) =>
        CodesAt(wire).All(code => code != SuccessCode)
        && _answers
            .Where(answer => answer.ContainsKey(wire))
            .All(answer => _codes.Where(other => other != wire).All(other => !answer.ContainsKey(other)));

    private static bool IsText(JsonNode value) => value.GetValueKind() == JsonValueKind.String;

    private static int? Number(JsonNode? value) =>
        value is JsonValue && int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
