namespace Esms.Cli;

/// <summary>A campaign whose outbox is a SQLite file, and which this process sends.</summary>
/// <param name="order">What is sent.</param>
/// <param name="name">The name of the campaign.</param>
/// <param name="outbox">Where the messages wait.</param>
/// <param name="error">Where it is told how far it has come.</param>
internal sealed class FileCampaign(SendManyOrder order, string name, Outbox outbox, TextWriter error) : Campaign(order, name, outbox)
{
    private bool _isSending;

    public override string WhatNow => _isSending ? "The same command goes on from here." : "Nothing was sent.";

    /// <summary>The file knows which rows it has.</summary>
    public override Task<bool> IsToEnqueueAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Sends until every message has its outcome, or until it is cancelled; then what is under way is waited for.</summary>
    public override async Task<EsmsCampaignProgress> SendAsync(CancellationToken cancellationToken)
    {
        var view = new CampaignView(error);
        _isSending = true;
        await Outbox.StartAsync().ConfigureAwait(false);
        try
        {
            await foreach (var progress in Outbox.Dispatcher.WatchAsync(Name, cancellationToken).ConfigureAwait(false))
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
            await Outbox.StopAsync().ConfigureAwait(false);
        }
        return await ProgressAsync().ConfigureAwait(false);
    }

    protected override async Task EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken)
    {
        var enqueued = await Outbox.Dispatcher.EnqueueAsync(batch, cancellationToken).ConfigureAwait(false);
        if (enqueued is { Added: 0, Known: > 0 })
            error.WriteLine(
                "The outbox has these messages already; what of them has no outcome is sent. --campaign with another name sends the file once more."
            );
        else if (enqueued.Known > 0)
            error.WriteLine($"The outbox has {Money.Number(enqueued.Known)} of these messages already. It goes on where it was.");
    }

    private async Task<EsmsCampaignProgress> ProgressAsync()
    {
        await foreach (var progress in Outbox.Dispatcher.WatchAsync(Name).ConfigureAwait(false))
            return progress;
        throw new InvalidOperationException("The outbox tells nothing of the campaign.");
    }
}
