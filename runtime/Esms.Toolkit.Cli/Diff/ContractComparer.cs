namespace Esms.Cli.Diff;

/// <summary>What is different between two sets of contracts.</summary>
internal static class ContractComparer
{
    public static IReadOnlyList<Change> Compare(ContractFolder before, ContractFolder after)
    {
        var changes = new ChangeList();
        ChangeList.CompareAll(
            before.Endpoints,
            after.Endpoints,
            static endpoint => endpoint.Operation,
            endpoint => changes.Add(endpoint.Operation, "the operation is gone", Breaks.CSharp),
            endpoint => changes.Add(endpoint.Operation, "the operation is new", Breaks.Nothing),
            (old, now) => EndpointComparer.Compare(old, now, changes)
        );
        ChangeList.CompareAll(
            before.Inbound,
            after.Inbound,
            static call => call.Name,
            call => changes.Add(call.Name, "the inbound call is gone", Breaks.CSharp),
            call => changes.Add(call.Name, "the inbound call is new", Breaks.Nothing),
            (old, now) => InboundComparer.Compare(old, now, changes)
        );
        ChangeList.CompareAll(
            before.Types,
            after.Types,
            static type => type.Name,
            type => changes.Add(type.Name, "the type is gone", Breaks.CSharp),
            type => changes.Add(type.Name, "the type is new", Breaks.Nothing),
            (old, now) => TypeComparer.Compare(old, now, changes)
        );
        CompareCodes(before, after, changes);
        return changes.Changes;
    }

    private static void CompareCodes(ContractFolder before, ContractFolder after, ChangeList changes) =>
        ChangeList.CompareAll(
            before.Codes,
            after.Codes,
            static row => $"codeTable.{row.Code}",
            row => changes.Add($"codeTable.{row.Code}", $"{row.Name} is gone", Breaks.CSharp),
            row => changes.Add($"codeTable.{row.Code}", $"{row.Name} is new", Breaks.Nothing),
            (old, now) =>
            {
                var place = $"codeTable.{now.Code}";
                changes.Compare(place, "the name", old.Name, now.Name, Breaks.CSharp);
                changes.Compare(place, "whether a repeat may be accepted later", old.CanRetry, now.CanRetry, Breaks.Nothing);
                changes.Compare(place, "the words", $"{old.Summary} {old.Vietnamese}", $"{now.Summary} {now.Vietnamese}", Breaks.Nothing);
            }
        );
}
