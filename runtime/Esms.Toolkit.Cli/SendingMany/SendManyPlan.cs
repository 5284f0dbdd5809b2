using System.Security.Cryptography;

namespace Esms.Cli;

/// <summary>What a file comes to, before anything is sent. Of its rows only sums and a few examples are kept, however many they are.</summary>
internal sealed class SendManyPlan
{
    private const int MostExamples = 5;
    private const int MostProblems = 20;

    private readonly SendManyOrder _order;
    private readonly SortedDictionary<EsmsCarrier, EsmsCostEstimate> _carriers = [];
    private readonly List<UnicodeRow> _examples = [];
    private readonly HashSet<EsmsPhoneNumber> _phones = [];

    private SendManyPlan(SendManyOrder order)
    {
        _order = order;
        Total = new EsmsCostEstimate(order.Prices);
        Folded = new EsmsCostEstimate(order.Prices);
    }

    public EsmsCostEstimate Total { get; }

    /// <summary>The same with texts that are folded.</summary>
    public EsmsCostEstimate Folded { get; }

    public IReadOnlyDictionary<EsmsCarrier, EsmsCostEstimate> Carriers => _carriers;

    /// <summary>The first rows that go out as Unicode.</summary>
    public IReadOnlyList<UnicodeRow> Examples => _examples;

    /// <summary>How many messages go to a number that has one in the file already.</summary>
    public long RepeatedNumbers { get; private set; }

    /// <summary>How many numbers are of before 2018.</summary>
    public long OldNumbers { get; private set; }

    /// <summary>The hash of the file, as hexadecimal digits.</summary>
    public string FileHash { get; private set; } = string.Empty;

    /// <summary>The hash of what is sent, where the outbox cannot tell that itself.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    /// <exception cref="UsageException">Rows are wrong; the first of them are told.</exception>
    public static SendManyPlan Make(SendManyOrder order, CancellationToken cancellationToken)
    {
        var plan = new SendManyPlan(order);
        var (problems, bad) = (new List<string>(), 0L);
        using var hash = SHA256.Create();
        using var digest = order.Via is null ? null : new ContentDigest(order);
        using (var file = new CryptoStream(File.OpenRead(order.Source.Path), hash, CryptoStreamMode.Read))
        {
            var (reader, rows) = order.Open(file);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    var message = reader.Read(row);
                    digest?.Add(message);
                    plan.Add(message);
                }
                catch (UsageException exception)
                {
                    bad++;
                    problems.AddRange(exception.Problems.Take(MostProblems - problems.Count));
                }
            }
        }
        plan.FileHash = Convert.ToHexString(hash.Hash!);
        plan.ContentHash = digest?.Hash ?? string.Empty;
        return bad == 0 ? plan : throw new UsageException([.. problems, $"{bad} rows are wrong. Nothing was sent."], advice: null);
    }

    /// <exception cref="UsageException">It is more than was allowed.</exception>
    public void CheckLimits()
    {
        var problems = new List<string>();
        if (Total.Messages > _order.MaxMessages)
            problems.Add($"There are {Money.Number(Total.Messages)} messages, and --max-messages allows {Money.Number(_order.MaxMessages.Value)}.");
        if (_order.MaxCost is { } most && Total.WithoutPrice > 0)
            problems.Add(
                $"{Money.Number(Total.WithoutPrice)} messages have no price, so nobody can tell whether they cost more than {Money.Text(most)}. Give --price."
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
        RepeatedNumbers += _phones.Add(row.Phone) ? 0 : 1;
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
