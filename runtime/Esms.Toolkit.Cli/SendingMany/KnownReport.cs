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
                $"This campaign was begun{At(own)}: {Money.Number(selection.Finished)} of its messages have their outcome and are not sent again."
            );
        var others = known.Others.Where(campaign => campaign.Progress.Left > 0 || selection.Shared.ContainsKey(campaign)).ToList();
        foreach (var other in others.Take(MostCampaigns))
            error.WriteLine(Describe(other, selection.Shared.GetValueOrDefault(other)));
        if (others.Count > MostCampaigns)
            error.WriteLine($"… and {Money.Number(others.Count - MostCampaigns)} more campaigns.");
        if (selection.LeftOut > 0)
            error.WriteLine($"{Money.Number(selection.LeftOut)} messages are left out, because their numbers have a message already.");
    }

    /// <summary>A campaign, for people.</summary>
    public static string NameOf(CampaignRecord campaign) =>
        campaign.Source is { } source ? $"Campaign {Plain.Text(campaign.Name)} of {Plain.Text(source)}" : $"Campaign {Plain.Text(campaign.Name)}";

    private static string Describe(CampaignRecord campaign, long shared)
    {
        var text = $"{NameOf(campaign)}, begun{At(campaign)}: {Money.Number(campaign.Progress.Accepted)} accepted";
        if (shared > 0)
            text += $", {Money.Number(shared)} of them to numbers of this file";
        return campaign.Progress.Left > 0
            ? $"{text}; {Money.Number(campaign.Progress.Left)} wait and are not sent now. {SendManyOptions.CancelName} ends them."
            : $"{text}.";
    }

    private static string At(CampaignRecord campaign) =>
        campaign.BegunAt is { } time ? $" on {time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}" : " before";
}
