using System.Globalization;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>Everything that a contract says, in a layout for people.</summary>
internal sealed class OperationLayout(Operation operation, TextWriter output)
{
    private readonly EndpointModel _endpoint = operation.Endpoint;

    public void Write()
    {
        output.WriteLine($"{_endpoint.Operation} ({_endpoint.Client})");
        output.WriteLine($"  {_endpoint.Summary}");
        foreach (var line in (string?[])[_endpoint.Remarks, _endpoint.Deprecated is { } instead ? $"Deprecated: {instead}" : null])
        {
            if (line is not null)
                output.WriteLine($"  {line}");
        }
        output.WriteLine();
        TextTable.Write(output, [.. Facts()], "  ");
        WriteFields("Request", [.. _endpoint.Request.Select(RequestRow)]);
        WriteFields("Response", [.. _endpoint.Response.Select(ResponseRow)]);
        foreach (var type in Reached())
            WriteType(type);
        if (_endpoint.Codes.Count > 0)
            WriteFields(
                "Codes that mean something of their own here",
                [.. _endpoint.Codes.Select(static code => Row(Number(code.Code), code.Meaning))]
            );
        foreach (var sample in _endpoint.Samples)
            WriteSample(sample);
    }

    private IEnumerable<IReadOnlyList<string>> Facts()
    {
        yield return ["address", $"{_endpoint.Route.Method} {_endpoint.Route.Origin}{_endpoint.Route.Path}"];
        yield return
        [
            "body",
            _endpoint.Body.Kind switch
            {
                BodyKind.None => "none; the parameters are in the address",
                BodyKind.Form => "a form",
                BodyKind.Xml => $"XML, in {_endpoint.Body.XmlRoot}",
                BodyKind.JsonAsText => "JSON, sent as text/plain",
                _ => "JSON",
            },
        ];
        yield return
        [
            "repeat",
            _endpoint.Repeat switch
            {
                { Rule: RepeatRule.Safe } => "safe: the call only reads, and is tried again",
                { Rule: RepeatRule.Keyed, Key: var key } =>
                    $"safe with the same {key}, which eSMS refuses for 24 hours; one is made when none is given",
                _ => "never: a repeat may send and bill twice",
            },
        ];
        if (_endpoint.Limits.CallsPerSecond is { } calls)
            yield return ["limit", $"{calls} calls a second"];
        if (_endpoint.Limits.DaysKept is { } days)
            yield return ["kept", $"{days} days"];
        yield return ["page", _endpoint.Docs];
    }

    private void WriteFields(string heading, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        output.WriteLine($"\n{heading}");
        TextTable.Write(output, rows, "  ");
    }

    private IReadOnlyList<string> RequestRow(Field field) =>
        field.Role switch
        {
            FieldRole.ApiKey => [field.Wire, "", "the API key of the account"],
            FieldRole.SecretKey => [field.Wire, "", "the secret key of the account"],
            FieldRole.Fixed => [field.Wire, "", $"always {field.Fixed!.Json}"],
            _ => [field.Wire, TypeText.Of(field), $"{OptionNames.Of(field, operation)}: {FieldHelp.Describe(field, operation)}"],
        };

    private static IReadOnlyList<string> ResponseRow(Field field) =>
        field.Role switch
        {
            FieldRole.Result => [field.Wire, "", $"the result code{PlaceOf(field.Success!)}; {string.Join(", ", field.Success!.Values)} is success"],
            FieldRole.Message => [field.Wire, "", "the text that goes with the code"],
            FieldRole.Refusal => [field.Wire, "", "the text of a refusal that has no code"],
            _ => [field.Wire, TypeText.Of(field), $"{(field.Required ? "Always there. " : "")}{field.Summary}"],
        };

    private static string PlaceOf(SuccessCodes success) =>
        success.Place switch
        {
            ResultPlace.Accepted => " of accepted answers",
            ResultPlace.Refused => " of refused answers",
            _ => string.Empty,
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Row(params string[] cells) => cells;

    private void WriteType(TypeModel type)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = type switch
        {
            EnumModel model => [.. model.Values.Select(static value => Row(Number(value.Number), value.Name, value.Summary))],
            ChoiceModel choice => [.. choice.Cases.Select(item => Row($"{choice.By} \"{item.Value}\"", item.Type))],
            ObjectModel { IsPositional: true } model => [.. model.Fields.Select(static (field, i) => MemberRow(field, $"[{i}] {field.Name}"))],
            ObjectModel model => [.. model.Fields.Select(static field => MemberRow(field, field.Wire))],
            _ => [],
        };
        WriteFields($"{type.Name}: {type.Summary}", rows);
    }

    private static IReadOnlyList<string> MemberRow(Field field, string name) =>
        field switch
        {
            { Fixed: { } json } => [name, "", $"always {json}"],
            { Success: { } success } => [name, "", $"the result code of this element; {string.Join(", ", success.Values)} is success"],
            _ => [name, TypeText.Of(field), $"{(field.IsRequiredFromCaller ? "Required. " : "")}{field.Summary}"],
        };

    /// <summary>The types that the operation uses, in the order in which they are met.</summary>
    private List<TypeModel> Reached()
    {
        var reached = new List<TypeModel>();
        void Add(string? name)
        {
            if (name is null || !operation.Types.TryGetValue(name, out var type) || reached.Contains(type))
                return;
            reached.Add(type);
            foreach (
                var next in type switch
                {
                    ObjectModel model => model.Fields.Select(static field => field.Type.Name),
                    ChoiceModel choice => choice.Cases.Select(static item => (string?)item.Type),
                    _ => [],
                }
            )
            {
                Add(next);
            }
        }
        foreach (var field in _endpoint.Request.Concat(_endpoint.Response))
            Add(field.Type.Name);
        return reached;
    }

    private void WriteSample(Sample sample)
    {
        output.WriteLine($"\nSample: {sample.Name}");
        if (sample.Request is { } request)
            output.WriteLine(Indent(request));
        output.WriteLine(Indent(sample.Response));
    }

    private static string Indent(string json) => $"  {JsonOutput.Of(JsonParser.Parse(json)).ReplaceLineEndings($"{Environment.NewLine}  ")}";
}
