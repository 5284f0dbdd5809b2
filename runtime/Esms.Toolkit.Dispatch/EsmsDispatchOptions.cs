namespace Esms;

/// <summary>Options of an outbox.</summary>
public sealed class EsmsDispatchOptions
{
    /// <summary>
    /// Gets or sets the name of the account that sends, as given to <c>AddEsms</c>. Null, the default, is the account without a name.
    /// </summary>
    public string? Account { get; set; }

    /// <summary>
    /// Gets or sets the maximum number of messages in flight. The default is 16. The outbox uses less after eSMS asks to slow down, and then
    /// increases it again.
    /// </summary>
    public int MaxInFlight { get; set; } = 16;

    /// <summary>
    /// Gets or sets the maximum number of messages in any hour. Null, the default, sets no limit. It stops a loop that enqueues too much. It is
    /// refused with RabbitMQ.
    /// </summary>
    public int? MaxMessagesPerHour { get; set; }

    /// <summary>
    /// Gets or sets the maximum cost of the messages in any hour, in đồng, by <see cref="EsmsBatchRow.Cost"/>. Null, the default, sets no limit. It
    /// is refused with RabbitMQ.
    /// </summary>
    public decimal? MaxCostPerHour { get; set; }

    /// <summary>Returns why a message may never be sent under the cost limit; null when it may.</summary>
    /// <param name="cost">The expected cost in đồng; null when unknown.</param>
    internal string? FindCostProblem(decimal? cost)
    {
        if (MaxCostPerHour is not { } limit)
            return null;
        if (cost is null)
            return $"It has no cost, which {nameof(MaxCostPerHour)} requires. Set {nameof(EsmsBatchRow)}.{nameof(EsmsBatchRow.Cost)}.";
        return cost > limit ? $"Its cost exceeds {nameof(MaxCostPerHour)}." : null;
    }

    /// <summary>Returns the problems of the options.</summary>
    internal IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        if (Account is { Length: 0 })
            problems.Add($"{nameof(Account)} is empty; leave it out for the account without a name.");
        if (MaxInFlight is < 1 or > 1000)
            problems.Add($"{nameof(MaxInFlight)} must be 1 to 1000.");
        if (MaxMessagesPerHour < 1)
            problems.Add($"{nameof(MaxMessagesPerHour)} must be at least 1.");
        if (MaxCostPerHour <= 0)
            problems.Add($"{nameof(MaxCostPerHour)} must be more than 0.");
        return problems;
    }
}
