namespace Esms.Cli;

/// <summary>What a file comes to, before anything is sent. Of its rows only sums and a few examples are kept, however many they are.</summary>
internal sealed class SendManyPlan
{
    private const int MostExamples = 5;

    private readonly SendManyOrder _order;
    private readonly SortedDictionary<EsmsCarrier, EsmsCostEstimate> _carriers = [];
    private readonly List<UnicodeRow> _examples = [];

    private SendManyPlan(SendManyOrder order, RowSelection selection)
    {
        (_order, Selection) = (order, selection);
        Total = new EsmsCostEstimate(order.Prices);
        Folded = new EsmsCostEstimate(order.Prices);
    }

    public EsmsCostEstimate Total { get; }

    /// <summary>The same with texts that are folded.</summary>
    public EsmsCostEstimate Folded { get; }

    public IReadOnlyDictionary<EsmsCarrier, EsmsCostEstimate> Carriers => _carriers;

    /// <summary>The first rows that go out as Unicode.</summary>
    public IReadOnlyList<UnicodeRow> Examples => _examples;

    /// <summary>The rows that are counted.</summary>
    public RowSelection Selection { get; }

    /// <summary>How many numbers are of before 2018.</summary>
    public long OldNumbers { get; private set; }

    /// <summary>Adds up the rows that are selected.</summary>
    public static SendManyPlan Make(SendManyOrder order, RowSelection selection, CancellationToken cancellationToken)
    {
        var plan = new SendManyPlan(order, selection);
        foreach (var row in selection.Of(FileContent.RowsOf(order)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            plan.Add(row.Message);
        }
        return plan;
    }

    /// <exception cref="UsageException">It is more than was allowed.</exception>
    public void CheckLimits()
    {
        var problems = new List<string>();
        if (Total.Messages > _order.MaxMessages)
            problems.Add(
                $"There {(Total.Messages == 1 ? "is" : "are")} {Plural.Of(Total.Messages, "message")}, and --max-messages allows {Money.Number(_order.MaxMessages.Value)}."
            );
        if (_order.MaxCost is { } most && Total.WithoutPrice > 0)
            problems.Add(
                $"{Plural.Of(Total.WithoutPrice, "message has", "messages have")} no price, so the cost cannot be compared with {Money.Text(most)}. Give --price."
            );
        else if (Total.Cost > _order.MaxCost)
            problems.Add($"It costs about {Money.Text(Total.Cost)}, and --max-cost allows {Money.Text(_order.MaxCost.Value)}.");
        if (problems.Count > 0)
            throw new UsageException(problems, "Nothing was sent.");
    }

    private void Add(MessageRow row)
    {
        var carrier = row.Phone.Carrier;
        if (!_carriers.TryGetValue(carrier, out var ofCarrier))
            _carriers.Add(carrier, ofCarrier = new EsmsCostEstimate(_order.Prices));
        Total.Add(row.Measure, _order.MessageType, carrier);
        ofCarrier.Add(row.Measure, _order.MessageType, carrier);
        OldNumbers += row.Phone.WasElevenDigits ? 1 : 0;
        var folded = Fold(row);
        Folded.Add(folded, _order.MessageType, carrier);
        if (row.Measure.Encoding == EsmsTextEncoding.Unicode && row.Text is { } text && _examples.Count < MostExamples)
            _examples.Add(
                new UnicodeRow(
                    row.Line,
                    TextReport.Letters(EsmsMessageText.BeyondGsm(_order.Folds ? EsmsMessageText.Fold(text) : text)),
                    row.Measure.Segments,
                    folded.Segments
                )
            );
    }

    private EsmsTextMeasure Fold(MessageRow row) =>
        row.Measure.Encoding == EsmsTextEncoding.Gsm7 || row.Text is not { } text
            ? row.Measure
            : EsmsMessageText.Measure(EsmsMessageText.Fold(text), EsmsSegmentRules.Of(_order.MessageType));

    /// <param name="Line">Where it stands.</param>
    /// <param name="Letters">What makes it Unicode; empty when it was asked for.</param>
    /// <param name="Segments">How many SMS it is.</param>
    /// <param name="FoldedSegments">How many it would be without marks.</param>
    public sealed record UnicodeRow(int Line, string Letters, int Segments, int FoldedSegments);
}
