namespace Esms.Cli;

/// <summary>A file on its way: put into the outbox, sent from there, and watched. What was cut off goes on where it was.</summary>
/// <param name="order">What is sent.</param>
/// <param name="name">The name of the campaign.</param>
/// <param name="outbox">Where the messages wait.</param>
/// <param name="error">Where it is told how far it has come.</param>
internal sealed class Campaign(SendManyOrder order, string name, Outbox outbox, TextWriter error)
{
    /// <summary>
    /// The same file has the same name, whatever it is called and wherever it lies, so that it is sent once. A trial is another campaign, for its
    /// messages are not sent.
    /// </summary>
    public static string NameOf(SendManyPlan plan, SendManyOrder order, string? given)
    {
        var name = given ?? $"sha256:{plan.FileHash}";
        return order.IsTrial ? $"{name} (trial)" : name;
    }

    /// <summary>Puts the file into the outbox.</summary>
    /// <exception cref="UsageException">The campaign has other messages already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task EnqueueAsync(CancellationToken cancellationToken)
    {
        try
        {
            var enqueued = await outbox.Dispatcher.EnqueueAsync(EsmsBatch.Of(name, Rows()), cancellationToken).ConfigureAwait(false);
            if (enqueued is { Added: 0, Known: > 0 })
                error.WriteLine(
                    "The outbox has these messages already; what of them has no outcome is sent. --campaign with another name sends the file once more."
                );
            else if (enqueued.Known > 0)
                error.WriteLine($"The outbox has {Money.Number(enqueued.Known)} of these messages already. It goes on where it was.");
        }
        catch (EsmsBatchException exception)
        {
            throw new UsageException(
                $"{order.FileName}({exception.Row}): {exception.Message}",
                "Whatever goes on with a campaign must have the same file and the same options. --campaign begins another one."
            );
        }
    }

    /// <summary>Sends until every message has its outcome, or until it is cancelled; then what is under way is waited for.</summary>
    /// <returns>How far it has come.</returns>
    public async Task<EsmsCampaignProgress> SendAsync(CancellationToken cancellationToken)
    {
        var view = new CampaignView(error);
        await outbox.StartAsync().ConfigureAwait(false);
        try
        {
            await foreach (var progress in outbox.Dispatcher.WatchAsync(name, cancellationToken).ConfigureAwait(false))
                view.Show(progress);
            view.End();
        }
        catch (OperationCanceledException)
        {
            view.End();
            error.WriteLine("Stopping: waits for the answers to what is under way.");
        }
        finally
        {
            await outbox.StopAsync().ConfigureAwait(false);
        }
        return await ProgressAsync().ConfigureAwait(false);
    }

    /// <summary>What became of the messages.</summary>
    public IAsyncEnumerable<EsmsDispatchResult> Results => outbox.Dispatcher.ReadResultsAsync(name);

    private async Task<EsmsCampaignProgress> ProgressAsync()
    {
        await foreach (var progress in outbox.Dispatcher.WatchAsync(name).ConfigureAwait(false))
            return progress;
        throw new InvalidOperationException("The outbox tells nothing of the campaign.");
    }

    private IEnumerable<EsmsBatchRow> Rows()
    {
        using var file = File.OpenRead(order.Path);
        var (reader, rows) = order.Open(file);
        foreach (var row in rows)
        {
            var message = reader.Read(row);
            order.Prices.TryGetPrice(order.MessageType, message.Phone.Carrier, out var price);
            yield return new EsmsBatchRow(row.Line, message.Request) { Cost = price * message.Measure.Segments };
        }
    }
}
