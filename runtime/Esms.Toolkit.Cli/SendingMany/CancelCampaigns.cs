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
            OutboxPath.Of(result, IsStream(result))
            ?? throw new UsageException($"{SendManyOptions.Outbox} is missing: a pipe has no outbox beside it.");
        if (!File.Exists(path))
            throw new UsageException($"There is no outbox {path}, so nothing waits.", $"{SendManyOptions.Outbox} names another one.");
        using var outbox = FileOutbox.Open(path, isToSend: false);
        var isHeld = outbox.TryHold();
        var campaigns = outbox.Book.List();
        var waiting = Find(campaigns, result);
        var (output, isDryRun) = (result.InvocationConfiguration.Output, result.GetValue(service.DryRun));
        var others = WaitingOf(campaigns.Except(waiting));
        if (waiting.Count == 0)
            output.WriteLine(others.Count == 0 ? "Nothing waits." : $"Nothing of {NameOf(result)} waits.");
        foreach (var campaign in waiting)
        {
            var count = isDryRun ? campaign.Progress.Left : outbox.Book.Cancel(campaign, isInFlightElsewhere: !isHeld, DateTimeOffset.UtcNow);
            output.WriteLine(
                $"{KnownReport.NameOf(campaign)}: {Plural.Of(count, "message")} {(!isDryRun ? "cancelled" : count == 1 ? "waits" : "wait")}."
            );
        }
        foreach (var campaign in waiting.Count == 0 ? others : [])
            output.WriteLine(
                $"{KnownReport.NameOf(campaign)}: {Plural.Of(campaign.Progress.Left, "message waits and was", "messages wait and were")} not cancelled. "
                    + $"{SendManyOptions.Campaign} cancels it by its name."
            );
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
            return campaigns.Where(campaign => campaign.Name == name || Destination.TitleOf(campaign) == name).ToList() is { Count: > 0 } named
                ? WaitingOf(named)
                : throw new UsageException($"The outbox has no campaign '{Plain.Text(name)}'.");
        if (result.GetValue(SendManyOptions.OutboxFile) is null)
            return WaitingOf(campaigns);
        // Campaigns of pipes have no source.
        var source = IsStream(result) ? null : OutboxPath.RealPathOf(result.GetValue(SendManyOptions.Source)!);
        return WaitingOf(campaigns.Where(campaign => (campaign.Source is { } path ? OutboxPath.RealPathOf(path) : null) == source));
    }

    private static bool IsStream(ParseResult result) => SourceCopy.IsStream(result.GetValue(SendManyOptions.Source)!);

    /// <summary>What is cancelled, for people.</summary>
    private static string NameOf(ParseResult result) =>
        result.GetValue(SendManyOptions.CampaignName) is { } name ? $"campaign {Plain.Text(name)}"
        : IsStream(result) ? "a pipe"
        : Plain.Text(result.GetValue(SendManyOptions.Source)!);

    private static List<CampaignRecord> WaitingOf(IEnumerable<CampaignRecord> campaigns) =>
        [.. campaigns.Where(static campaign => campaign.Progress.Left > 0)];
}
