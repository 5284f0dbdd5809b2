using Esms.Dispatching.Sqlite;
using Microsoft.Data.Sqlite;

namespace Esms.Cli;

/// <summary>A campaign whose outbox is a SQLite file, and which this process sends.</summary>
/// <param name="sending">What is sent.</param>
/// <param name="file">The file.</param>
/// <param name="outbox">Where the messages wait.</param>
/// <param name="error">Where it is told how far it has come.</param>
/// <param name="view">Shows how far it has come.</param>
/// <param name="destination">Where it goes.</param>
internal sealed class FileCampaign(Sending sending, FileOutbox file, Outbox outbox, TextWriter error, CampaignView view, Destination destination)
    : Campaign(sending, outbox)
{
    private const string Lost =
        "What was sent since then is not written down: it counts as unknown. If the outbox was moved, put it back and give the same command again. "
        + "If it was deleted, look up what was sent (esms call GetSentMessages lists it), and send the rows that are missing from a file of their own.";

    private bool _isSending;
    private bool _isLost;

    public override string WhatNow =>
        _isLost ? Lost
        : _isSending ? "The same command goes on from here."
        : "Nothing was sent.";

    public override bool IsLost => _isLost;

    public override string Title => Destination.TitleOf(new CampaignRecord(Name) { Service = destination.Service });

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
        _isSending = true;
        await Outbox.StartAsync().ConfigureAwait(false);
        var watch = new FileWatch(file.File, Outbox, view);
        try
        {
            await watch.RunAsync(Name, cancellationToken).ConfigureAwait(false);
            view.End();
        }
        catch (OperationCanceledException)
        {
            view.End();
            error.WriteLine(Outbox.InFlight > 0 ? "Stopping: waits for the answers to what is under way." : "Stopping.");
        }
        catch (EsmsOutboxLostException exception)
        {
            _isLost = true;
            view.End();
            error.WriteLine(exception.Message);
        }
        finally
        {
            await Outbox.StopAsync().ConfigureAwait(false);
        }
        return _isLost ? LastKnown(watch.Progress) : await ProgressAsync().ConfigureAwait(false);
    }

    /// <summary>Reads the open file, which no other process finds any more. Messages there that may have been sent never get an outcome, so they count as unknown.</summary>
    private EsmsCampaignProgress LastKnown(EsmsCampaignProgress? seen)
    {
        var progress = seen ?? new EsmsCampaignProgress(Sending.Plan.Total.Messages, 0, 0, 0, 0, null);
        try
        {
            progress = JournalReader.Progress(file.File.Reads, Name, DateTimeOffset.UtcNow);
            return progress with { Unknown = progress.Unknown + file.Book.CountUnsettled(Name) };
        }
        catch (Exception exception) when (exception is SqliteException or IOException)
        {
            return progress with { Unknown = progress.Unknown + progress.Left };
        }
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
                Service = destination.Service,
                Account = destination.Account,
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
