using System.Text.Json;

namespace Esms.Cli;

/// <summary>Tells what a file comes to.</summary>
internal static class PlanReport
{
    public static void Write(SendManyPlan plan, SendManyOrder order, TextWriter output)
    {
        var rows = new List<string[]> { (string[])["Network", "Messages", "Unicode", "SMS", "Cost"] };
        rows.AddRange(plan.Carriers.Select(static pair => Row(pair.Key.ToString(), pair.Value)));
        rows.Add(Row("Total", plan.Total));
        TextTable.Write(output, rows);
        if (plan.OldNumbers > 0)
            output.WriteLine(
                $"{Plural.Of(plan.OldNumbers, "number has", "numbers have")} eleven digits, as before 2018. The messages go to the numbers that replaced them."
            );
        if (plan.Selection.RepeatsInFile > 0)
            output.WriteLine(
                $"{Plural.Of(plan.Selection.RepeatsInFile, "message goes", "messages go")} to a number that has another message in the file."
            );
        if (plan.Selection.RepeatsOfOthers > 0)
            output.WriteLine(
                $"{Plural.Of(plan.Selection.RepeatsOfOthers, "message goes", "messages go")} to a number that has a message of another campaign."
            );
        foreach (var row in plan.Examples)
            output.WriteLine(
                $"{order.FileName}({row.Line}): Unicode, {(row.Letters.Length > 0 ? $"for {row.Letters}" : "as asked for")}: {row.Segments} SMS{(row.FoldedSegments < row.Segments ? $", folded {row.FoldedSegments}" : string.Empty)}"
            );
        if (plan.Total.UnicodeMessages > plan.Examples.Count)
            output.WriteLine($"… and {Plural.Of(plan.Total.UnicodeMessages - plan.Examples.Count, "more row")}.");
        if (plan.Folded.Segments < plan.Total.Segments)
            output.WriteLine($"--fold would save {Money.Number(plan.Total.Segments - plan.Folded.Segments)} SMS{Saved(plan)}.");
    }

    public static void WriteJson(Utf8JsonWriter writer, SendManyPlan plan)
    {
        Write(writer, plan.Total);
        writer.WriteStartArray("networks");
        foreach (var (carrier, estimate) in plan.Carriers)
        {
            writer.WriteStartObject();
            writer.WriteString("network", carrier.ToString());
            Write(writer, estimate);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteNumber("elevenDigitNumbers", plan.OldNumbers);
        writer.WriteNumber("repeatedNumbers", plan.Selection.RepeatsInFile);
        writer.WriteNumber("numbersOfOtherCampaigns", plan.Selection.RepeatsOfOthers);
        writer.WriteNumber("leftOut", plan.Selection.LeftOut);
        writer.WriteNumber("finished", plan.Selection.Finished);
        writer.WriteStartObject("folded");
        Write(writer, plan.Folded);
        writer.WriteEndObject();
    }

    private static string[] Row(string name, EsmsCostEstimate estimate) =>
        [name, Money.Number(estimate.Messages), Money.Number(estimate.UnicodeMessages), Money.Number(estimate.Segments), Cost(estimate)];

    public static string Cost(EsmsCostEstimate estimate) =>
        estimate.WithoutPrice == 0 ? Money.Text(estimate.Cost)
        : estimate.WithoutPrice == estimate.Messages ? "no price"
        : $"{Money.Text(estimate.Cost)}, and {Plural.Of(estimate.WithoutPrice, "message")} without a price";

    private static string Saved(SendManyPlan plan) =>
        plan.Total.Cost > plan.Folded.Cost ? $", {Money.Text(plan.Total.Cost - plan.Folded.Cost)}" : string.Empty;

    private static void Write(Utf8JsonWriter writer, EsmsCostEstimate estimate)
    {
        writer.WriteNumber("messages", estimate.Messages);
        writer.WriteNumber("unicode", estimate.UnicodeMessages);
        writer.WriteNumber("segments", estimate.Segments);
        writer.WriteNumber("cost", estimate.Cost);
        writer.WriteNumber("withoutPrice", estimate.WithoutPrice);
    }
}
