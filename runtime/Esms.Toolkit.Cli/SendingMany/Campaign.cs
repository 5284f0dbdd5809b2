namespace Esms.Cli;

/// <summary>A file on its way: put into an outbox, sent from there, and watched. What was cut off goes on where it was.</summary>
/// <param name="sending">What is sent.</param>
/// <param name="outbox">Where the messages wait.</param>
internal abstract class Campaign(Sending sending, Outbox outbox)
{
    public const string SameOnly = "Whatever goes on with a campaign must have the same file and the same options. --campaign begins another one.";

    /// <summary>What has become of the messages when it ends now, and what the same command does then.</summary>
    public abstract string WhatNow { get; }

    /// <summary>Whether the outbox is gone, and with it what it knew of the messages.</summary>
    public virtual bool IsLost => false;

    /// <summary>What became of the messages.</summary>
    public IAsyncEnumerable<EsmsDispatchResult> Results => outbox.Dispatcher.ReadResultsAsync(Name);

    public string Name => sending.Name;

    /// <summary>The name as the user knows it.</summary>
    public virtual string Title => Name;

    protected Sending Sending => sending;

    protected Outbox Outbox => outbox;

    /// <summary>
    /// The same rows have the same name, whatever the file is called, wherever it lies and in whatever form it was saved, so that they are sent once. A
    /// trial is another campaign, because its messages are not sent, and so is a rehearsal.
    /// </summary>
    public static string NameOf(FileContent content, SendManyOrder order, string? given, Destination? destination)
    {
        var name = given ?? $"sha256:{content.Hash}";
        return (order.IsTrial ? $"{name} (trial)" : name) + destination?.Suffix;
    }

    /// <summary>Whether there is something to put into the outbox, which may send it.</summary>
    /// <exception cref="UsageException">The campaign cannot go on.</exception>
    public abstract Task<bool> IsToEnqueueAsync(CancellationToken cancellationToken);

    /// <summary>Puts the rows into the outbox.</summary>
    /// <exception cref="UsageException">A row cannot be put there.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task EnqueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EnqueueAsync(EsmsBatch.Of(Name, Rows()), cancellationToken).ConfigureAwait(false);
        }
        catch (EsmsBatchException exception)
        {
            throw new UsageException($"{sending.Order.FileName}({LineOf(exception.Row)}): {exception.Problem}", SameOnly);
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

    /// <summary>The rows that were shown, without those that the outbox has already.</summary>
    private IEnumerable<EsmsBatchRow> Rows()
    {
        var order = sending.Order;
        foreach (var (key, message) in new RowSelection(order, sending.Known).Of(FileContent.RowsOf(order)).Where(row => !sending.Known.Has(row.Key)))
        {
            var isPriced = order.Prices.TryGetPrice(order.MessageType, message.Phone.Carrier, out var price);
            yield return new EsmsBatchRow(key.ToString(), message.Request) { Cost = isPriced ? price * message.Measure.Segments : null };
        }
    }

    private int? LineOf(string row) => FileContent.RowsOf(sending.Order).FirstOrDefault(known => known.Key.ToString() == row)?.Message.Line;
}
