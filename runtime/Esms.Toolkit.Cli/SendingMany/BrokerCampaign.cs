using System.Globalization;

namespace Esms.Cli;

/// <summary>A campaign whose outbox is on a RabbitMQ server, and which workers send. This process puts it there, and watches.</summary>
/// <param name="sending">What is sent.</param>
/// <param name="isNamed">Whether the user gave the campaign its name.</param>
/// <param name="broker">Where the messages wait.</param>
/// <param name="outbox">The way there.</param>
/// <param name="error">Where it is told how far it has come.</param>
internal sealed class BrokerCampaign(Sending sending, bool isNamed, BrokerOutbox broker, Outbox outbox, TextWriter error) : Campaign(sending, outbox)
{
    /// <summary>eSMS tells repeats for a day. An hour of it is left to the workers.</summary>
    private static readonly TimeSpan Repeatable = TimeSpan.FromHours(23);

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private readonly string _file = OutboxPath.RealPathOf(sending.Order.Source.Source);
    private readonly string _path = EnqueueNote.PathOf(OutboxPath.RealPathOf(sending.Order.Source.Source), sending.Name);
    private IReadOnlyList<EnqueueNote> _shown = [];
    private EnqueueNote? _note;

    public override string WhatNow =>
        _note switch
        {
            null => "Nothing was sent.",
            { IsComplete: false } => "Some of the messages may be on the broker, and workers send those. "
                + $"Give the same command again before {Time(_note.BeganAt + Repeatable)}: it puts all of them there, and none is sent twice.",
            _ => "The messages are on the broker, and workers send them. The same command watches again.",
        };

    public override async Task<bool> IsToEnqueueAsync(CancellationToken cancellationToken)
    {
        if (EnqueueNote.Read(_path) is { IsComplete: false })
            EnqueueLock.Take(_file).Dispose();
        var note = EnqueueNote.Read(_path);
        _shown = [.. EnqueueNote.Others(_file)];
        if (note is not null)
            Check(note);
        else if (!isNamed)
            CheckOthers();
        _note = note;
        await broker.CheckAsync(cancellationToken).ConfigureAwait(false);
        if (note is { IsComplete: true })
        {
            error.WriteLine($"These messages were put on {note.Broker} on {Time(note.BeganAt)}, and are not put there again.");
            error.WriteLine("What becomes of them is shown. --campaign with another name sends the file once more.");
        }
        else if (note is not null)
        {
            error.WriteLine("Putting these messages on the broker was cut off. All are put there again, and eSMS refuses those that were sent.");
            error.WriteLine($"It remembers them until {Time(note.BeganAt + Remembered)}. What workers have not sent by then ends as unknown.");
        }
        return note is not { IsComplete: true };
    }

    /// <summary>Watches what workers send, and leaves them alone when it is cancelled.</summary>
    public override async Task<EsmsCampaignProgress> SendAsync(CancellationToken cancellationToken)
    {
        var watch = new BrokerWatch(broker, new EsmsCampaignProgress(Sending.Plan.Total.Messages, 0, 0, 0, 0, null), new CampaignView(error));
        await watch.RunAsync(Outbox.Dispatcher.WatchAsync(Name, cancellationToken), cancellationToken).ConfigureAwait(false);
        return watch.Progress;
    }

    public override (string Text, int ExitCode)? Explain(Exception exception) => broker.Explain(exception) ?? base.Explain(exception);

    protected override async Task EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken)
    {
        using var turn = EnqueueLock.Take(_file);
        CheckUnchanged();
        if (_note is not null)
            batch = batch.Again(_note.BeganAt);
        else
            _note = new EnqueueNote
            {
                Campaign = Name,
                Content = Sending.Content.Hash,
                Broker = broker.Place,
                BeganAt = DateTimeOffset.UtcNow,
                IsComplete = false,
                IsTrial = Sending.Order.IsTrial,
            };
        _note.Write(_path);
        error.WriteLine($"Puts {Plural.Of(Sending.Plan.Total.Messages, "message")} on {broker.Place}.");
        await Outbox.Dispatcher.EnqueueAsync(batch, cancellationToken).ConfigureAwait(false);
        _note = _note with { IsComplete = true };
        _note.Write(_path);
        error.WriteLine("They are there. Ctrl-C ends the watching only; workers go on.");
    }

    /// <summary>Another terminal may have put messages of the file on a broker while the question waited for its answer.</summary>
    /// <exception cref="UsageException">What was shown is not true any more.</exception>
    private void CheckUnchanged()
    {
        if (EnqueueNote.Others(_file).FirstOrDefault(note => !_shown.Contains(note)) is not { } changed)
            return;
        throw new UsageException(
            $"Campaign {Plain.Text(changed.Campaign)} of this file was put on {Plain.Text(changed.Broker)} meanwhile, on {Time(changed.BeganAt)}. "
                + "Nothing was sent by this command.",
            "Give the same command again: it shows what the file has sent by now."
        );
    }

    /// <exception cref="UsageException">So long ago that eSMS may have forgotten what was sent, or other messages.</exception>
    private void Check(EnqueueNote note)
    {
        if (!note.IsComplete && DateTimeOffset.UtcNow - note.BeganAt > Repeatable)
        {
            throw new UsageException(
                [
                    $"{_path}: putting these messages on the broker began on {Time(note.BeganAt)} and was cut off.",
                    "eSMS remembers for 24 hours what it was sent: those that were could be sent twice now.",
                ],
                "Look up what was sent (esms call GetSentMessages lists it), and send the rows that are missing from a file of their own. "
                    + "--campaign with another name sends all rows once more."
            );
        }
        if ((note.Campaign, note.Content) != (Name, Sending.Content.Hash))
            throw new UsageException($"{_path}: this campaign was put on the broker with other messages, or with other options.", SameOnly);
    }

    /// <summary>A broker cannot be asked which numbers have a message, but what was put there from the same file is noted beside that.</summary>
    /// <exception cref="UsageException">The file was put on a broker with other rows.</exception>
    private void CheckOthers()
    {
        if (Sending.Order.IsTrial || Sending.Order.Repeats == RepeatChoice.Send)
            return;
        var others = _shown.Where(static note => !note.IsTrial).ToList();
        if (others.Count == 0)
            return;
        throw new UsageException(
            [
                .. others.Select(note =>
                    $"Campaign {Plain.Text(note.Campaign)} of this file was put on {Plain.Text(note.Broker)} on {Time(note.BeganAt)}. Workers send it."
                ),
                "A broker cannot be asked which numbers have a message already. Nothing was sent.",
            ],
            $"{SendManyOptions.AllowRepeats} sends all rows, and so does {SendManyOptions.Campaign} with a new name. Otherwise send the rows that are new "
                + "from a file of their own."
        );
    }

    private static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
