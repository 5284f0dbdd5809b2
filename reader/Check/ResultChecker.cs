using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>The result code of an answer.</summary>
internal static class ResultChecker
{
    private static readonly Keywords<ResultPlace> Places = new(("accepted", ResultPlace.Accepted), ("refused", ResultPlace.Refused));

    public static void Check(ObjectReader contract, EquatableArray<Field> response)
    {
        if (contract.Find("response") is not { Value: JsonObject node } section)
            return;
        // A member that is meant to be the result and is spelled wrong has its own problem already.
        var codes = response.Where(static field => field.Success is not null).Select(static field => field.Success!.Place).ToList();
        var isBroken = node.Members.Count(IsResult) != codes.Count;
        if (!isBroken && (codes.All(static place => place == ResultPlace.Refused) || codes.All(static place => place == ResultPlace.Accepted)))
            contract.Problems.Report(ProblemKinds.NoResultCode, section.NameRange);
    }

    /// <summary>The keys "result" and "when" of one member.</summary>
    public static SuccessCodes Read(ObjectReader field)
    {
        var items = field.Items("result");
        if (items.Count == 0 && field.Find("result")?.Value is JsonArray list)
            field.Problems.Report(ProblemKinds.OutOfRange, list.Word, "result", "[]", "list the codes that mean success, such as [\"100\"]");
        var codes = new List<int>();
        foreach (var item in items)
        {
            if (ReadCode(item, field.Problems) is { } code)
                codes.Add(code);
        }
        // The first code shows how the service writes codes. They are read from both forms, whatever stands here.
        var areTexts = items.Count > 0 && items[0] is JsonText;
        var place = field.Text("when") is { } word ? Places.Read("when", word, field.Problems) : null;
        return new SuccessCodes(new(codes.Distinct()), areTexts, place ?? ResultPlace.Every);
    }

    private static bool IsResult(JsonMember member) => member.Value is JsonObject node && node.Members.Any(static key => key.Name == "result");

    private static int? ReadCode(JsonNode item, ProblemList problems)
    {
        var text = item switch
        {
            JsonText { Value: var value } => value,
            JsonNumber { Text: var value } => value,
            _ => null,
        };
        if (text is null)
            ObjectReader.ReportKind(problems, item, "result", "an array of codes, each a string or a number");
        else if (Numbers.TryParseCode(text, out var code))
            return code;
        else
            problems.Report(ProblemKinds.OutOfRange, item.Word, "result", text, "a code is a whole number, such as \"100\" or 0");
        return null;
    }
}
