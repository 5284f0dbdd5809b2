using System.CommandLine;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary><c>esms send-many --cancel</c>: ends what waits in the outbox of a file, and sends nothing.</summary>
internal static class CancelCampaigns
{
    /// <exception cref="UsageException">There is no such outbox or campaign.</exception>
    public static int Run(ParseResult result, ServiceOptions service)
    {
        var path =
            OutboxPath.Of(result, SourceCopy.IsStream(result.GetValue(SendManyOptions.Source)!))
            ?? throw new UsageException($"{SendManyOptions.Outbox} is missing: a pipe has no outbox beside it.");
        if (!File.Exists(path))
            throw new UsageException($"There is no outbox {path}, so nothing waits.", $"{SendManyOptions.Outbox} names another one.");
        using var outbox = FileOutbox.Open(path, isToSend: false);
        var isHeld = outbox.TryHold();
        var waiting = Find(outbox.Book.List(), result);
        var (output, isDryRun) = (result.InvocationConfiguration.Output, result.GetValue(service.DryRun));
        if (waiting.Count == 0)
            output.WriteLine("Nothing waits.");
        foreach (var campaign in waiting)
        {
            var count = isDryRun ? campaign.Progress.Left : outbox.Book.Cancel(campaign, isInFlightElsewhere: !isHeld, DateTimeOffset.UtcNow);
            output.WriteLine($"{KnownReport.NameOf(campaign)}: {Money.Number(count)} messages {(isDryRun ? "wait" : "cancelled")}.");
        }
        if (!isHeld)
            output.WriteLine("Another process is sending from the outbox. What it has in flight gets its outcome there.");
        return ExitCodes.Success;
    }

    /// <summary>
    /// The campaign that was named; else all of the file. An outbox that was named may have those of other files, and one beside the file has none.
    /// </summary>
    private static List<CampaignRecord> Find(List<CampaignRecord> campaigns, ParseResult result)
    {
        if (result.GetValue(SendManyOptions.CampaignName) is { } name)
            return campaigns.Find(campaign => campaign.Name == name) is { } named
                ? WaitingOf([named])
                : throw new UsageException($"The outbox has no campaign '{Plain.Text(name)}'.");
        if (result.GetValue(SendManyOptions.OutboxFile) is null)
            return WaitingOf(campaigns);
        var source = OutboxPath.RealPathOf(result.GetValue(SendManyOptions.Source)!);
        return WaitingOf(campaigns.Where(campaign => campaign.Source == source));
    }

    private static List<CampaignRecord> WaitingOf(IEnumerable<CampaignRecord> campaigns) =>
        [.. campaigns.Where(static campaign => campaign.Progress.Left > 0)];
}
