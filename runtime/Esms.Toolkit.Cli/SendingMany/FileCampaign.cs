using Esms.Dispatching.Sqlite;
using Microsoft.Data.Sqlite;

namespace Esms.Cli;

/// <summary>A campaign whose outbox is a SQLite file, and which this process sends.</summary>
/// <param name="sending">What is sent.</param>
/// <param name="file">The file.</param>
/// <param name="outbox">Where the messages wait.</param>
/// <param name="error">Where it is told how far it has come.</param>
internal sealed class FileCampaign(Sending sending, FileOutbox file, Outbox outbox, TextWriter error) : Campaign(sending, outbox)
{
    private bool _isSending;

    public override string WhatNow => _isSending ? "The same command goes on from here." : "Nothing was sent.";

    /// <summary>The file knows which rows it has.</summary>
    public override Task<bool> IsToEnqueueAsync(CancellationToken cancellationToken)
    {
        if (Sending.Plan.Total.Messages > 0)
            return Task.FromResult(true);
        Withdraw();
        error.WriteLine(
            Sending.Selection.Finished > 0
                ? "The outbox has these messages already, and none of them is left to send. --campaign with another name sends the file once more."
                : "There is nothing to send."
        );
        return Task.FromResult(false);
    }

    /// <summary>Sends until every message has its outcome, or until it is cancelled; then what is under way is waited for.</summary>
    public override async Task<EsmsCampaignProgress> SendAsync(CancellationToken cancellationToken)
    {
        if (Sending.Plan.Total.Messages == 0)
            return Sending.Known.Own is null ? new EsmsCampaignProgress(0, 0, 0, 0, 0, null) : await ProgressAsync().ConfigureAwait(false);
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

    /// <summary>Once messages go out, a failure of the outbox must not look as if nothing was sent.</summary>
    public override (string Text, int ExitCode)? Explain(Exception exception)
    {
        if (exception is SqliteException error)
            exception = file.File.Explain(error);
        return exception is IOException ? (exception.Message, _isSending ? ExitCodes.OutcomeUnknown : ExitCodes.Usage) : base.Explain(exception);
    }

    protected override async Task EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken)
    {
        file.Create();
        file.Book.Begin(
            new CampaignRecord(Name)
            {
                Source = Sending.Order.Source.IsPipe ? null : OutboxPath.RealPathOf(Sending.Order.Source.Source),
                Content = Sending.Content.Hash,
                BegunAt = DateTimeOffset.UtcNow,
                IsTrial = Sending.Order.IsTrial,
            }
        );
        Withdraw();
        await Outbox.Dispatcher.EnqueueAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is left out must not be sent later on by itself either.</summary>
    private void Withdraw()
    {
        if (Sending.Known.Own is { } own && Sending.Selection.Withdrawn.Count > 0)
            file.Book.Cancel(own, isInFlightElsewhere: false, DateTimeOffset.UtcNow, Sending.Selection.Withdrawn);
    }

    private async Task<EsmsCampaignProgress> ProgressAsync()
    {
        await foreach (var progress in Outbox.Dispatcher.WatchAsync(Name).ConfigureAwait(false))
            return progress;
        throw new InvalidOperationException("The outbox tells nothing of the campaign.");
    }
}
