namespace Esms;

/// <summary>The messages of a campaign, in order.</summary>
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
    /// Gets the name of the campaign. RequestIds are derived from it and from the keys of the rows. Use another name to send a campaign again, and
    /// the same name to continue one that was interrupted.
    /// </summary>
    public string Campaign { get; }

    /// <summary>Gets the messages.</summary>
    public IAsyncEnumerable<EsmsBatchRow> Rows { get; }

    /// <summary>Gets the time when an interrupted batch was first enqueued; null for a batch that is enqueued for the first time.</summary>
    public DateTimeOffset? BegunAt { get; private init; }

    /// <summary>
    /// Creates the same batch, to be enqueued again after an interruption. An outbox on RabbitMQ does not know which rows it has. It sends each row
    /// again while eSMS still refuses a duplicate, and reports it as <see cref="EsmsDispatchOutcome.Unknown"/> after that. An outbox in a file knows
    /// its rows and ignores the time.
    /// </summary>
    /// <param name="begunAt">When the batch was first enqueued.</param>
    /// <returns>The batch, with that time.</returns>
    public EsmsBatch Again(DateTimeOffset begunAt) => new(Campaign, Rows) { BegunAt = begunAt };

    /// <summary>Creates a batch of rows with keys.</summary>
    /// <param name="campaign">The name of the campaign.</param>
    /// <param name="rows">The messages. They are read one by one, and are never all in memory.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static EsmsBatch Of(string campaign, IAsyncEnumerable<EsmsBatchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new EsmsBatch(campaign, rows);
    }

    /// <summary>Creates a batch of rows with keys, from a synchronous source.</summary>
    /// <param name="campaign">The name of the campaign.</param>
    /// <param name="rows">The messages. They are read one by one, and are never all in memory.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static EsmsBatch Of(string campaign, IEnumerable<EsmsBatchRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new EsmsBatch(campaign, WithoutWaitingAsync(rows));
    }

    /// <summary>Creates a batch of rows whose keys are their numbers, from 1. To continue it, pass the same messages in the same order.</summary>
    /// <param name="campaign">The name of the campaign.</param>
    /// <param name="requests">The messages. They are read one by one.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public static EsmsBatch Of(string campaign, IEnumerable<IEsmsKeyedRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return Of(campaign, requests.Select(static (request, index) => new EsmsBatchRow(index + 1L, request)));
    }

    // .NET 10 has this as ToAsyncEnumerable. For .NET 8 it is in a package, which is not worth these two lines. There is nothing to await.
#pragma warning disable CS1998
    private static async IAsyncEnumerable<EsmsBatchRow> WithoutWaitingAsync(IEnumerable<EsmsBatchRow> rows)
#pragma warning restore CS1998
    {
        foreach (var row in rows)
            yield return row;
    }
}
