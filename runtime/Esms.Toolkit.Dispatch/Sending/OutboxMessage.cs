namespace Esms.Dispatching;

/// <summary>A message as an outbox keeps it.</summary>
internal sealed class OutboxMessage
{
    /// <summary>One billion đồng: far above any message, and far below what sums could not hold.</summary>
    private const decimal MaxCost = 1_000_000_000m;

    public required string Campaign { get; init; }

    public required string Row { get; init; }

    public required string Operation { get; init; }

    public required string RequestId { get; init; }

    /// <summary>Whether the RequestId is the caller's own, so that another row could have it too.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>The request as JSON, without keys.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>What it is expected to cost, in đồng; null when nobody said.</summary>
    public decimal? Cost { get; init; }

    /// <summary>When the first try may have gone out that may have been accepted; null when there was none.</summary>
    public DateTimeOffset? TriedSince { get; init; }

    /// <summary>
    /// When it, or a copy of it, may have gone out first, where the outbox cannot tell whether anything did; null when nothing can have.
    /// </summary>
    public DateTimeOffset? CopySince { get; init; }

    /// <summary>Since when it, or a copy, may have been accepted.</summary>
    public DateTimeOffset? SentSince => TriedSince < CopySince ? TriedSince : CopySince ?? TriedSince;

    /// <summary>How often it was tried before.</summary>
    public int Tries { get; init; }

    /// <summary>The same message, of which a copy may have been sent since a time.</summary>
    public OutboxMessage WithCopySince(DateTimeOffset since) =>
        new()
        {
            Campaign = Campaign,
            Row = Row,
            Operation = Operation,
            RequestId = RequestId,
            HasOwnId = HasOwnId,
            Request = Request,
            Cost = Cost,
            TriedSince = TriedSince,
            CopySince = CopySince < since ? CopySince : since,
            Tries = Tries,
        };

    /// <summary>Writes a row as it is kept.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="row">The row.</param>
    /// <param name="options">The limits of this process.</param>
    /// <exception cref="EsmsBatchException">The request is wrong.</exception>
    public static OutboxMessage Of(string campaign, EsmsBatchRow row, EsmsDispatchOptions options)
    {
        if (row.Cost is < 0 or > MaxCost)
            throw new EsmsBatchException(campaign, row.Key, $"The cost must be 0 to {MaxCost}.");
        if (row.Cost is null && options.FindCostProblem(null) is { } problem)
            throw new EsmsBatchException(campaign, row.Key, problem);
        var json = new System.Buffers.ArrayBufferWriter<byte>();
        try
        {
            var given = Runtime.EsmsOutbox.Write(row.Request, json);
            return new OutboxMessage
            {
                Campaign = campaign,
                Row = row.Key,
                Operation = row.Request.Endpoint.Operation,
                HasOwnId = given is not null,
                RequestId = given ?? RequestIds.Of(campaign, row.Key),
                Request = json.WrittenMemory,
                Cost = row.Cost,
            };
        }
        catch (ArgumentException exception)
        {
            throw new EsmsBatchException(campaign, row.Key, exception.Message, exception);
        }
    }
}
