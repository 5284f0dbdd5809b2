using System.Globalization;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>Shows the campaigns of the outbox that matter for what is about to be sent.</summary>
internal static class KnownReport
{
    private const int MostCampaigns = 5;

    public static void Write(KnownRows known, RowSelection selection, TextWriter error)
    {
        if (known.Own is { } own && selection.Finished > 0)
            error.WriteLine(
                $"This campaign was begun{At(own)}: {Plural.Of(selection.Finished, "message has its outcome and is", "of its messages have their outcome and are")} not sent again."
            );
        if (selection.Unsettled > 0)
            error.WriteLine(
                $"{Plural.Of(selection.Unsettled, "message")} may have been sent before the last command ended. eSMS recognizes the RequestId for a day, "
                    + "and does not send the same message again."
            );
        var others = known.Others.Where(campaign => campaign.Progress.Left > 0 || selection.Shared.ContainsKey(campaign)).ToList();
        foreach (var other in others.Take(MostCampaigns))
            error.WriteLine(Describe(other, selection.Shared.GetValueOrDefault(other), known.Destination));
        if (others.Count > MostCampaigns)
            error.WriteLine($"… and {Money.Number(others.Count - MostCampaigns)} more.");
        if (selection.LeftOut > 0)
            error.WriteLine(
                $"{Plural.Of(selection.LeftOut, "message is left out, because its number has", "messages are left out, because their numbers have")} a message already."
            );
        if (selection.Uncertain > 0)
            error.WriteLine(
                $"{Money.Number(selection.Uncertain)} of them may not have arrived: another campaign sent them and got no response. Look them up."
            );
    }

    /// <summary>A campaign, for people.</summary>
    public static string NameOf(CampaignRecord campaign) =>
        $"Campaign {Plain.Text(Destination.TitleOf(campaign))}" + (campaign.Source is { } source ? $" of {Plain.Text(source)}" : string.Empty);

    private static string Describe(CampaignRecord campaign, long shared, Destination? destination)
    {
        var service = campaign.Service is { } other && other != destination?.Service ? $", at {Plain.Text(other)}" : string.Empty;
        var text = $"{NameOf(campaign)}, begun{At(campaign)}{service}: {Money.Number(campaign.Progress.Accepted)} accepted";
        if (shared > campaign.Progress.Accepted)
            text += $", and {Money.Number(shared)} to numbers of this file that were accepted or may have been";
        else if (shared > 0)
            text += $", {Money.Number(shared)} of them to numbers of this file";
        return campaign.Progress.Left > 0
            ? $"{text}; {Plural.Of(campaign.Progress.Left, "waits and is", "wait and are")} not sent now. {SendManyOptions.CancelName} ends them."
            : $"{text}.";
    }

    private static string At(CampaignRecord campaign) =>
        campaign.BegunAt is { } time ? $" on {time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}" : " before";
}
