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
                $"{Money.Number(plan.OldNumbers)} numbers have eleven digits, as before 2018; they are sent to as the numbers that came of them."
            );
        if (plan.RepeatedNumbers > 0)
            output.WriteLine($"{Money.Number(plan.RepeatedNumbers)} messages go to a number that has another message in the file.");
        foreach (var row in plan.Examples)
            output.WriteLine(
                $"{order.FileName}({row.Line}): Unicode, {(row.Letters.Length > 0 ? $"for {row.Letters}" : "as asked for")}: {row.Segments} SMS{(row.FoldedSegments < row.Segments ? $", folded {row.FoldedSegments}" : string.Empty)}"
            );
        if (plan.Total.UnicodeMessages > plan.Examples.Count)
            output.WriteLine($"… and {Money.Number(plan.Total.UnicodeMessages - plan.Examples.Count)} more rows.");
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
        writer.WriteNumber("repeatedNumbers", plan.RepeatedNumbers);
        writer.WriteStartObject("folded");
        Write(writer, plan.Folded);
        writer.WriteEndObject();
    }

    private static string[] Row(string name, EsmsCostEstimate estimate) =>
        [name, Money.Number(estimate.Messages), Money.Number(estimate.UnicodeMessages), Money.Number(estimate.Segments), Cost(estimate)];

    public static string Cost(EsmsCostEstimate estimate) =>
        estimate.WithoutPrice == 0 ? Money.Text(estimate.Cost)
        : estimate.WithoutPrice == estimate.Messages ? "no price"
        : $"{Money.Text(estimate.Cost)}, and {Money.Number(estimate.WithoutPrice)} messages without a price";

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
