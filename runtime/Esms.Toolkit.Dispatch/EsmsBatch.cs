namespace Esms;

/// <summary>Messages of one campaign, in their order.</summary>
public sealed class EsmsBatch
{
    /// <summary>A longer name would make every row of the outbox larger.</summary>
    internal const int MaxCampaignLength = 200;

    private EsmsBatch(string campaign, IAsyncEnumerable<EsmsBatchRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(campaign);
        if (campaign.Length > MaxCampaignLength)
            throw new ArgumentException($"The name of a campaign has at most {MaxCampaignLength} characters.", nameof(campaign));
        Campaign = campaign;
        Rows = rows;
    }

    /// <summary>
    /// The name of the campaign. The RequestIds are made from it and from the keys of the rows, so a campaign that is to be sent once more needs
    /// another name, and one that was cut off must keep its own.
    /// </summary>
    public string Campaign { get; }

    /// <summary>The messages.</summary>
    public IAsyncEnumerable<EsmsBatchRow> Rows { get; }

    /// <summary>When it was begun first, of a batch that broke off and is enqueued again; null for the first time.</summary>
    public DateTimeOffset? BegunAt { get; private init; }

    /// <summary>
    /// The same batch, to be enqueued again because it broke off. An outbox on RabbitMQ cannot tell which rows it has had, so it takes each for one
    /// that may have been sent since then: it is sent while eSMS would still refuse it as a repeat, and is <see cref="EsmsDispatchOutcome.Unknown"/>
    /// after that. One in a file knows its rows, and does nothing with it.
    /// </summary>
    /// <param name="begunAt">When the batch was begun first.</param>
    /// <returns>The batch, with that time.</returns>
    public EsmsBatch Again(DateTimeOffset begunAt) => new(Campaign, Rows) { BegunAt = begunAt };

    /// <summary>A batch whose rows have keys of the caller's.</summary>
    /// <param name="campaign">The name of the campaign.</param>
    /// <param name="rows">The messages; they are read one by one, and never all held in memory.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static EsmsBatch Of(string campaign, IAsyncEnumerable<EsmsBatchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new EsmsBatch(campaign, rows);
    }

    /// <summary>The same, for rows that need no waiting.</summary>
    /// <param name="campaign">The name of the campaign.</param>
    /// <param name="rows">The messages; they are read one by one, and never all held in memory.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static EsmsBatch Of(string campaign, IEnumerable<EsmsBatchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new EsmsBatch(campaign, WithoutWaitingAsync(rows));
    }

    /// <summary>A batch whose rows are known by their numbers, from 1. To resume it, give the same messages in the same order.</summary>
    /// <param name="campaign">The name of the campaign.</param>
    /// <param name="requests">The messages; they are read one by one.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static EsmsBatch Of(string campaign, IEnumerable<IEsmsKeyedRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return Of(campaign, requests.Select(static (request, index) => new EsmsBatchRow(index + 1L, request)));
    }

    // .NET 10 has this as ToAsyncEnumerable, and .NET 8 in a package that would be there for these two lines. There is nothing to await.
#pragma warning disable CS1998
    private static async IAsyncEnumerable<EsmsBatchRow> WithoutWaitingAsync(IEnumerable<EsmsBatchRow> rows)
#pragma warning restore CS1998
    {
        foreach (var row in rows)
            yield return row;
    }
}
