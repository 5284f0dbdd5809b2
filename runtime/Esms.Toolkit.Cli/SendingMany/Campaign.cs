namespace Esms.Cli;

/// <summary>A file on its way: put into an outbox, sent from there, and watched. What was cut off goes on where it was.</summary>
/// <param name="order">What is sent.</param>
/// <param name="name">The name of the campaign.</param>
/// <param name="outbox">Where the messages wait.</param>
internal abstract class Campaign(SendManyOrder order, string name, Outbox outbox)
{
    protected const string SameOnly = "Whatever goes on with a campaign must have the same file and the same options. --campaign begins another one.";

    /// <summary>What has become of the messages when it ends now, and what the same command does then.</summary>
    public abstract string WhatNow { get; }

    /// <summary>What became of the messages.</summary>
    public IAsyncEnumerable<EsmsDispatchResult> Results => outbox.Dispatcher.ReadResultsAsync(name);

    public string Name => name;

    protected Outbox Outbox => outbox;

    /// <summary>
    /// The same file has the same name, whatever it is called and wherever it lies, so that it is sent once. A trial is another campaign, for its
    /// messages are not sent.
    /// </summary>
    public static string NameOf(SendManyPlan plan, SendManyOrder order, string? given)
    {
        var name = given ?? $"sha256:{plan.FileHash}";
        return order.IsTrial ? $"{name} (trial)" : name;
    }

    /// <summary>Whether there is something to put into the outbox, which may send it.</summary>
    /// <exception cref="UsageException">The campaign cannot go on.</exception>
    public abstract Task<bool> IsToEnqueueAsync(CancellationToken cancellationToken);

    /// <summary>Puts the file into the outbox.</summary>
    /// <exception cref="UsageException">The campaign has other messages already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task EnqueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EnqueueAsync(EsmsBatch.Of(name, Rows()), cancellationToken).ConfigureAwait(false);
        }
        catch (EsmsBatchException exception)
        {
            throw new UsageException($"{order.FileName}({exception.Row}): {exception.Message}", SameOnly);
        }
    }

    /// <summary>Comes back when every message has its outcome, or when it is cancelled.</summary>
    /// <returns>How far it has come.</returns>
    public abstract Task<EsmsCampaignProgress> SendAsync(CancellationToken cancellationToken);

    /// <summary>What an exception says about the outbox, and how the program ends for it.</summary>
    /// <returns>Null for one that is not about the outbox.</returns>
    public virtual (string Text, int ExitCode)? Explain(Exception exception) =>
        exception is OperationCanceledException ? ("Cancelled.", ExitCodes.Canceled) : null;

    protected abstract Task EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken);

    private IEnumerable<EsmsBatchRow> Rows()
    {
        using var file = File.OpenRead(order.Source.Path);
        var (reader, rows) = order.Open(file);
        foreach (var row in rows)
        {
            var message = reader.Read(row);
            var isPriced = order.Prices.TryGetPrice(order.MessageType, message.Phone.Carrier, out var price);
            yield return new EsmsBatchRow(row.Line, message.Request) { Cost = isPriced ? price * message.Measure.Segments : null };
        }
    }
}
