using System.CommandLine;

namespace Esms.Cli;

/// <summary>Tells how a campaign ended, or how far it had come when it was stopped.</summary>
internal static class CampaignReport
{
    /// <returns>The exit code.</returns>
    public static int Write(EsmsCampaignProgress progress, Campaign campaign, SendManyPlan plan, ParseResult result, ServiceOptions service)
    {
        var console = result.InvocationConfiguration;
        if (result.GetValue(service.Json))
            console.Output.WriteLine(Json(progress, campaign.Title, plan));
        else
            TextTable.Write(console.Output, Rows(progress, campaign.Title));
        if (progress.Left > 0 || campaign.IsLost)
            console.Error.WriteLine($"Stopped. {campaign.WhatNow}");
        if (progress.Unknown > 0)
            console.Error.WriteLine(
                "Those that are unknown may have been sent: look them up before you send them again."
                    + (campaign.IsLost ? string.Empty : " --results says which they are.")
            );
        return progress switch
        {
            _ when campaign.IsLost => progress.Left == progress.Total ? ExitCodes.Usage : ExitCodes.OutcomeUnknown,
            { Left: > 0 } => ExitCodes.Canceled,
            { Unknown: > 0 } => ExitCodes.OutcomeUnknown,
            _ when plan.Selection.Uncertain > 0 => ExitCodes.OutcomeUnknown,
            { Refused: > 0 } => ExitCodes.Refused,
            { Canceled: > 0 } when plan.Selection.LeftOut == 0 => ExitCodes.Found,
            _ => ExitCodes.Success,
        };
    }

    private static List<string[]> Rows(EsmsCampaignProgress progress, string campaign)
    {
        var rows = new List<string[]>
        {
            (string[])
                [
                    "Accepted",
                    Money.Number(progress.Accepted) + (progress.AcceptedCost > 0 ? $", about {Money.Text(progress.AcceptedCost)}" : string.Empty),
                ],
            (string[])["Refused", Money.Number(progress.Refused)],
            (string[])["Unknown", Money.Number(progress.Unknown)],
        };
        if (progress.Canceled > 0)
            rows.Add(["Cancelled", Money.Number(progress.Canceled)]);
        if (progress.Left > 0)
            rows.Add(["Left", Money.Number(progress.Left)]);
        rows.Add(["Campaign", Plain.Text(campaign)]);
        return rows;
    }

    private static string Json(EsmsCampaignProgress progress, string campaign, SendManyPlan plan) =>
        JsonOutput.Object(writer =>
        {
            writer.WriteString("campaign", campaign);
            writer.WriteNumber("accepted", progress.Accepted);
            writer.WriteNumber("refused", progress.Refused);
            writer.WriteNumber("unknown", progress.Unknown);
            writer.WriteNumber("canceled", progress.Canceled);
            writer.WriteNumber("left", progress.Left);
            writer.WriteNumber("acceptedCost", progress.AcceptedCost);
            writer.WriteStartObject("plan");
            PlanReport.WriteJson(writer, plan);
            writer.WriteEndObject();
        });
}
