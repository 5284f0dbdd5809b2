namespace Esms.Dispatching;

/// <summary>A message in an outbox.</summary>
internal sealed class OutboxMessage
{
    /// <summary>One billion đồng: far above the cost of any message, and far below an overflow of sums.</summary>
    private const decimal MaxCost = 1_000_000_000m;

    public required string Campaign { get; init; }

    public required string Row { get; init; }

    public required string Operation { get; init; }

    public required string RequestId { get; init; }

    /// <summary>Whether the RequestId is the caller's own. Another row could then have it too.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>The request as JSON, without keys.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>The expected cost in đồng; null when unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>When the first attempt started that may have been accepted; null when there is none.</summary>
    public DateTimeOffset? TriedSince { get; init; }

    /// <summary>
    /// When the message or a copy of it may first have been sent, where the outbox cannot know whether it was; null when it cannot have been.
    /// </summary>
    public DateTimeOffset? CopySince { get; init; }

    /// <summary>Since when the message or a copy of it may have been accepted.</summary>
    public DateTimeOffset? SentSince => TriedSince < CopySince ? TriedSince : CopySince ?? TriedSince;

    /// <summary>The number of earlier attempts.</summary>
    public int Tries { get; init; }

    /// <summary>Creates the same message with a copy that may have been sent since a time.</summary>
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

    /// <summary>Creates the message of a row.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="row">The row.</param>
    /// <param name="options">The limits of this process.</param>
    /// <exception cref="EsmsBatchException">The request is invalid.</exception>
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
