using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Diff;

/// <summary>What is different about a call that the service makes.</summary>
internal static class InboundComparer
{
    public static void Compare(InboundModel before, InboundModel after, ChangeList changes)
    {
        var place = after.Name;
        changes.Compare(place, "the summary", before.Summary, after.Summary, Breaks.Nothing);
        changes.Compare(place, "the remarks", before.Remarks, after.Remarks, Breaks.Nothing);
        changes.Compare(place, "the page of the documentation", before.Docs, after.Docs, Breaks.Nothing);
        // Without one there is no method that looks at it.
        changes.Compare(
            place,
            "the signature",
            Describe(before.Signature),
            Describe(after.Signature),
            before.Signature is null ? Breaks.Nothing
                : after.Signature is null ? Breaks.CSharp
                : Breaks.Wire
        );
        changes.Compare(
            place,
            "the outermost element of the reply",
            before.Reply?.XmlRoot,
            after.Reply?.XmlRoot,
            after.Reply is null ? Breaks.CSharp : Breaks.Wire
        );
        if (!before.Samples.Equals(after.Samples))
            changes.Add(place, "the samples are others", Breaks.Nothing);
        new FieldComparer(changes, isRequest: false).Compare($"{place}.request", before.Parameters, after.Parameters);
        if (before.Reply is { } old && after.Reply is { } now)
            new FieldComparer(changes, isRequest: true).Compare($"{place}.reply", old.Fields, now.Fields);
    }

    private static string? Describe(Signature? signature) => signature is null ? null : $"{signature.In} over {string.Join(", ", signature.Signed)}";
}
