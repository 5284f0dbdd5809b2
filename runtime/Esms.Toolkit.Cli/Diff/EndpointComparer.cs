using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Diff;

/// <summary>What is different about an operation.</summary>
internal static class EndpointComparer
{
    public static void Compare(EndpointModel before, EndpointModel after, ChangeList changes)
    {
        var place = after.Operation;
        changes.Compare(place, "the group", before.Client, after.Client, Breaks.CSharp);
        changes.Compare(place, "the method", before.Route.Method, after.Route.Method, Breaks.Wire);
        changes.Compare(place, "the address", before.Route.Origin + before.Route.Path, after.Route.Origin + after.Route.Path, Breaks.Wire);
        changes.Compare(place, "the body", before.Body.Kind, after.Body.Kind, Breaks.Wire);
        changes.Compare(place, "the outermost element", before.Body.XmlRoot, after.Body.XmlRoot, Breaks.Wire);
        // Whether a send is tried again, and with what key, is what goes out when an answer is lost.
        changes.Compare(
            place,
            "what a repeat does",
            RepeatOf(before),
            RepeatOf(after),
            Breaks.Wire | (LosesMembers(before.Repeat, after.Repeat) ? Breaks.CSharp : Breaks.Nothing)
        );
        ComparePace(before, after, changes);
        CompareWords(before, after, changes);
        CompareSignatures(before, after, changes);
        new FieldComparer(changes, isRequest: true).Compare($"{place}.request", before.Request, after.Request);
        new FieldComparer(changes, isRequest: false).Compare($"{place}.response", before.Response, after.Response);
    }

    private static void ComparePace(EndpointModel before, EndpointModel after, ChangeList changes)
    {
        changes.Compare(after.Operation, "limits.callsPerSecond", before.Limits.CallsPerSecond, after.Limits.CallsPerSecond, Breaks.Nothing);
        changes.Compare(after.Operation, "limits.daysKept", before.Limits.DaysKept, after.Limits.DaysKept, Breaks.Nothing);
    }

    private static void CompareWords(EndpointModel before, EndpointModel after, ChangeList changes)
    {
        var place = after.Operation;
        changes.Compare(place, "the summary", before.Summary, after.Summary, Breaks.Nothing);
        changes.Compare(place, "the remarks", before.Remarks, after.Remarks, Breaks.Nothing);
        changes.Compare(place, "the page of the documentation", before.Docs, after.Docs, Breaks.Nothing);
        // A warning, and no error, to those who call it.
        changes.Compare(place, "deprecated", before.Deprecated, after.Deprecated, Breaks.Nothing);
        if (!before.Codes.Equals(after.Codes))
            changes.Add(place, "the meanings of codes are others", Breaks.Nothing);
        if (!before.Samples.Equals(after.Samples))
            changes.Add(place, "the samples are others", Breaks.Nothing);
    }

    /// <summary>The response to a read is no EsmsSendResponse, and only the request of a keyed send is an IEsmsKeyedRequest.</summary>
    private static bool LosesMembers(Repeat before, Repeat after) =>
        (before.Rule != RepeatRule.Safe && after.Rule == RepeatRule.Safe) || (before.Key is not null && after.Key is null);

    private static string RepeatOf(EndpointModel endpoint) =>
        endpoint.Repeat.Key is { } key ? $"{endpoint.Repeat.Rule} by {key}" : $"{endpoint.Repeat.Rule}";

    /// <summary>A way to call that is new beside the old one breaks nothing.</summary>
    private static void CompareSignatures(EndpointModel before, EndpointModel after, ChangeList changes)
    {
        List<string> old = [.. SignaturesOf(before)],
            now = [.. SignaturesOf(after)];
        changes.Compare(
            after.Operation,
            "how the method takes its parameters",
            string.Join(" or ", old),
            string.Join(" or ", now),
            old.TrueForAll(now.Contains) ? Breaks.Nothing : Breaks.CSharp
        );
    }

    /// <summary>The parameters by their places, and a request object, whose members have names.</summary>
    private static IEnumerable<string> SignaturesOf(EndpointModel endpoint)
    {
        if (endpoint.HasShortForm)
            yield return $"({string.Join(", ", endpoint.RequiredParameters.Select(static field => field.Name))})";
        yield return "a request object";
    }
}
