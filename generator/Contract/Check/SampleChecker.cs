using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>The section "samples".</summary>
internal static class SampleChecker
{
    public static EquatableArray<Sample> Check(ObjectCheck contract, EquatableArray<RequestField> request, EquatableArray<ResponseField> response)
    {
        var samples = new List<Sample>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in contract.Items("samples"))
        {
            if (ObjectCheck.Open(item, "A sample", contract.Problems, ["name", "request", "response"]) is { } sample)
                samples.Add(ReadSample(sample, names, request, response));
        }
        return new(samples);
    }

    private static Sample ReadSample(
        ObjectCheck sample, HashSet<string> names, EquatableArray<RequestField> request, EquatableArray<ResponseField> response)
    {
        var name = sample.RequireText("name", "a few words that say when the service answers so");
        if (name is not null && !names.Add(name.Value))
            sample.Problems.Report(ProblemKinds.DuplicateKey, name.Word, name.Value);
        var answer = sample.Require("response", "the answer as it is published")?.Value;
        var asked = sample.Members("request");
        CheckNames(asked, [.. request.Where(static field => field.IsGivenByCaller).Select(static field => field.Wire)], "the request", sample.Problems);
        CheckNames(sample.Members("response"), [.. response.Select(static field => field.Wire)], "the response", sample.Problems);
        var values = asked.Select(member => ReadValue(member, sample.Problems)).OfType<SampleValue>();
        return new Sample(name?.Value ?? string.Empty, new(values), answer is null ? string.Empty : JsonRenderer.Render(answer));
    }

    private static void CheckNames(IEnumerable<JsonMember> members, string[] known, string where, ProblemList problems)
    {
        foreach (var member in members.Where(member => !known.Contains(member.Name)))
            problems.Report(ProblemKinds.SampleUnknownMember, member.NameRange, member.Name, where, Suggestion.For(member.Name, known));
    }

    private static SampleValue? ReadValue(JsonMember member, ProblemList problems)
    {
        switch (member.Value)
        {
            case JsonText text:
                return new SampleValue(member.Name, text.Value);
            case JsonNumber number:
                return new SampleValue(member.Name, number.Text);
            default:
                ObjectCheck.ReportKind(problems, member.Value, member.Name, "a text or a number");
                return null;
        }
    }
}
