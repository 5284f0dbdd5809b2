using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>What a call means: whether it may be repeated, what bounds it, and which codes mean something of their own here.</summary>
internal static class BehaviorChecker
{
    private static readonly Keywords<RepeatRule> RepeatWords = new(("safe", RepeatRule.Safe), ("never", RepeatRule.Never));

    /// <summary>The length of the keys that the runtime makes.</summary>
    private const int KeyLength = 32;

    public static Repeat ReadRepeat(ObjectReader contract, EquatableArray<Field> request)
    {
        const string Why =
            "\"safe\" when the call only reads, \"never\" when a repeat could send or bill twice, { \"keyed\": \"RequestId\" } when a field prevents that";
        var member = contract.Require("repeat", Why);
        if (member?.Value is JsonObject node)
            return ReadKey(node, member, request, contract);
        var word = member is null ? null : contract.Text("repeat");
        return new Repeat((word is null ? null : RepeatWords.Read("repeat", word, contract.Problems, "{ \"keyed\": … }")) ?? RepeatRule.Never);
    }

    /// <summary>The fields of a request, with the one marked by which the service knows a repeat.</summary>
    public static EquatableArray<Field> MarkKey(EquatableArray<Field> request, Repeat repeat) =>
        repeat.Key is null ? request : new(request.Select(field => field.Name == repeat.Key ? field with { IsRepeatKey = true } : field));

    public static Limits ReadLimits(ObjectReader contract)
    {
        var limits = contract.Find("limits") is { } member
            ? ObjectReader.Open(member.Value, "limits", contract.Problems, ["daysKept", "callsPerSecond"], member.NameRange)
            : null;
        return new Limits(limits?.Count("daysKept"), limits?.Count("callsPerSecond"));
    }

    public static EquatableArray<CodeMeaning> ReadCodes(ObjectReader contract)
    {
        var codes = new List<CodeMeaning>();
        foreach (var member in contract.Members("codes"))
        {
            if (!Numbers.TryParseInt32(member.Name, out var code) || code < 0)
                contract.Problems.Report(ProblemKinds.OutOfRange, member.NameRange, "codes", member.Name, "a code is a whole number, such as \"99\"");
            else if (member.Value is JsonText meaning && meaning.Value.Trim().Length > 0)
                codes.Add(new CodeMeaning(code, meaning.Value));
            else
                ObjectReader.ReportKind(contract.Problems, member.Value, member.Name, "a non-empty string");
        }
        return new(codes);
    }

    private static Repeat ReadKey(JsonObject node, JsonMember member, EquatableArray<Field> request, ObjectReader contract)
    {
        var problems = contract.Problems;
        var keyed = ObjectReader.Open(node, "repeat", problems, ["keyed"], member.NameRange)!;
        if (keyed.RequireText("keyed", "the field that makes a repeat harmless, such as \"RequestId\"") is not { } word)
            return new Repeat(RepeatRule.Never);
        var field = request.FirstOrDefault(field =>
            field.Wire == word.Value && field.Type is { Kind: FieldKind.Text, IsList: false } && field.IsProperty
        );
        // A field that is there and could not be read has its own problem.
        var isBroken =
            contract.Find("request")?.Value is not JsonObject fields
            || (fields.Members.Any(other => other.Name == word.Value) && request.All(other => other.Wire != word.Value));
        if (field is null && !isBroken)
            problems.Report(
                ProblemKinds.UnknownField,
                word.Word,
                word.Value,
                "\"request\" that is a \"string\" of the caller's",
                Suggestion.For(word.Value, request.Select(static field => field.Wire).Where(name => name != word.Value))
            );
        if (field is not null)
            CheckKeyField(contract, field);
        return new Repeat(RepeatRule.Keyed, field?.Name);
    }

    /// <summary>The client makes a key for each send that has none, so nothing may replace it or cut it short.</summary>
    private static void CheckKeyField(ObjectReader contract, Field field)
    {
        var member = contract.Members("request", report: false).First(member => member.Name == field.Wire);
        var keys = ((JsonObject)member.Value).Members;
        if (field.Default is not null)
            contract.Problems.Report(
                ProblemKinds.Contradiction,
                keys.First(static key => key.Name == "default").NameRange,
                "default",
                "repeat",
                "every send would have the same key, and the service would refuse all but the first"
            );
        if (field.Bounds.MaxLength < KeyLength)
            contract.Problems.Report(
                ProblemKinds.OutOfRange,
                keys.First(static key => key.Name == "maxLength").Value.Word,
                "maxLength",
                $"{field.Bounds.MaxLength}",
                $"the key that the client makes has {KeyLength} characters"
            );
    }
}
