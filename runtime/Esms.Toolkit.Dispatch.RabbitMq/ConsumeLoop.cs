using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Takes messages from the queue and sends them, until it is told to stop, or a refusal stands for all of them. It ends when nothing is under way any
/// more. A message is acknowledged when what became of it is on the disks of the broker.
/// </summary>
/// <param name="session">Where it takes and publishes.</param>
/// <param name="topology">The queues.</param>
/// <param name="parts">What outlives it.</param>
/// <param name="held">
/// How many messages it has at once: the next ones are here while the last ones are reported, and the rest stays in the queue for other workers.
/// </param>
/// <param name="most">After how many messages it ends, or after one that is answered, to see whether others would go through; null for no end.</param>
internal sealed class ConsumeLoop(Session session, Topology topology, WorkerParts parts, int held, int? most)
{
    /// <summary>
    /// When so many messages in a row cost more than the balance lasts for, there may be no others. Fewer would leave a code waiting behind them for long.
    /// </summary>
    public const int MostAside = 100;

    /// <summary>A message that as many workers died over is what they die of. Whether one of them has sent it, nobody knows.</summary>
    private const int MostDeaths = 100;

    /// <summary>
    /// A process that was stopped does not know that the broker has given its messages to another one meanwhile, which may have sent them.
    /// </summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(40);

    /// <summary>A look takes no longer, when each message takes its time to fail.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(3);

    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
    private readonly OutcomePublisher _publisher = new(session, topology);
    private readonly DeliveryDrain _drain = new(held);
    private string _consumer = string.Empty;
    private readonly DateTimeOffset _began = parts.Clock.Now;
    private (OutboxMessage Send, SendOutcome Outcome)? _failure;
    private int _isEnding;
    private int _taken;
    private int _aside;

    /// <param name="stopping">Ends the shift.</param>
    /// <returns>Why nothing can be sent; null when it could.</returns>
    public async Task<EsmsDispatchPause?> RunAsync(CancellationToken stopping)
    {
        var consumer = new AsyncEventingBasicConsumer(session.Channel);
        consumer.ReceivedAsync += (_, delivered) =>
        {
            _drain.Comes();
            return Task.FromResult(_deliveries.Writer.TryWrite(Delivery.Of(delivered) with { ReceivedAt = parts.Clock.Now }));
        };
        consumer.UnregisteredAsync += (_, _) => Task.FromResult(_deliveries.Writer.TryComplete());
        consumer.ShutdownAsync += (_, _) => Task.FromResult(_deliveries.Writer.TryComplete());
        await session.Channel.BasicQosAsync(0, (ushort)held, global: false, CancellationToken.None).ConfigureAwait(false);
        _consumer = await session.Channel.BasicConsumeAsync(topology.Work, autoAck: false, consumer, CancellationToken.None).ConfigureAwait(false);
        using (stopping.Register(() => _ = EndAsync()))
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = held };
            await Parallel.ForEachAsync(_deliveries.Reader.ReadAllAsync(CancellationToken.None), options, HandleAsync).ConfigureAwait(false);
        }
        if (_failure is var (send, outcome))
            parts.Breaker.Note(send, outcome);
        return parts.Breaker.Current ?? (_aside >= MostAside ? parts.Breaker.Balance : null);
    }

    private async ValueTask HandleAsync(Delivery delivery, CancellationToken broken)
    {
        if (WorkMessage.Read(delivery) is not { } message)
        {
            parts.Logger.Foreign();
            await _publisher.DeadAsync(delivery, "It has not the headers of a message of the outbox.").ConfigureAwait(false);
        }
        else
        {
            await HandleAsync(delivery, message, broken).ConfigureAwait(false);
        }
        if (Interlocked.Increment(ref _taken) >= most || (most is not null && parts.Clock.Now - _began > LongestLook))
            await EndAsync().ConfigureAwait(false);
        await _drain.MayAcknowledgeAsync().ConfigureAwait(false);
        await session.Channel.BasicAckAsync(delivery.Tag, multiple: false, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task HandleAsync(Delivery delivery, WorkMessage message, CancellationToken broken)
    {
        SendOutcome? outcome;
        DateTimeOffset triedAt;
        var isThrottled = false;
        await parts.Limit.EnterAsync(broken).ConfigureAwait(false);
        try
        {
            // Without a channel nothing could be reported, and the broker gives the message to another.
            broken.ThrowIfCancellationRequested();
            if (!session.Channel.IsOpen)
                throw new AlreadyClosedException(session.Channel.CloseReason!);
            triedAt = parts.Clock.Now;
            if (triedAt - delivery.ReceivedAt > LongestHold)
                message = message with { Send = message.Send.WithCopySince(delivery.ReceivedAt) };
            outcome = Prejudge(message);
            if (outcome is null && Volatile.Read(ref _isEnding) == 0)
                outcome = await TryAsync(message.Send).ConfigureAwait(false);
            isThrottled = outcome is SendOutcome.Again { IsThrottled: true };
        }
        finally
        {
            parts.Limit.Leave(isThrottled);
        }
        await SettleAsync(delivery, message, triedAt, outcome).ConfigureAwait(false);
    }

    /// <summary>What becomes of a message that is not to be tried.</summary>
    private SendOutcome.Final? Prejudge(WorkMessage message) =>
        message.Deliveries < MostDeaths
            ? null
            : parts.Sender.Final(
                message.Send,
                EsmsDispatchOutcome.Unknown,
                message.Send.Tries,
                $"{message.Deliveries} workers had it and did not come to an end."
            );

    private async Task<SendOutcome?> TryAsync(OutboxMessage send)
    {
        if (send.Cost >= parts.Breaker.CostBelow)
        {
            if (Interlocked.Increment(ref _aside) >= MostAside)
                await EndAsync().ConfigureAwait(false);
            return SendOutcome.Aside.Instance;
        }
        var outcome = await parts.Sender.SendAsync(send, parts.Abandoned).ConfigureAwait(false);
        await NoteAsync(send, outcome).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Of those that fail during a look, the last one stands for all: what comes after a failure is looked at too.</summary>
    private async Task NoteAsync(OutboxMessage send, SendOutcome outcome)
    {
        if (most is not null && outcome is SendOutcome.Again { Pause: null })
        {
            _failure = (send, outcome);
            return;
        }
        parts.Breaker.Note(send, outcome);
        var isAnswered = outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted or EsmsDispatchOutcome.Refused };
        if (isAnswered)
            (_failure, _aside) = (null, 0);
        if (parts.Breaker.Balance is { } pause)
            await parts.TellAsync(_publisher, pause).ConfigureAwait(false);
        if (parts.Breaker.Current is not null || (most is not null && isAnswered))
            await EndAsync().ConfigureAwait(false);
    }

    private async Task SettleAsync(Delivery delivery, WorkMessage message, DateTimeOffset triedAt, SendOutcome? outcome)
    {
        switch (outcome)
        {
            case null:
                await _publisher.BackAsync(message).ConfigureAwait(false);
                break;
            case SendOutcome.Final final:
                await FinishAsync(delivery, message, final.Result).ConfigureAwait(false);
                break;
            case SendOutcome.Again again:
                await _publisher.LaterAsync(message, triedAt, again).ConfigureAwait(false);
                break;
            case SendOutcome.Aside:
                await _publisher.AsideAsync(message).ConfigureAwait(false);
                break;
        }
    }

    private async Task FinishAsync(Delivery delivery, WorkMessage message, EsmsDispatchResult result)
    {
        DispatchTelemetry.Ended(result);
        parts.Logger.Ended(result.Operation, result.RequestId, result.Outcome, (int)result.Code);
        var record = ResultRecord.Of(result, message);
        try
        {
            if (result.Outcome is EsmsDispatchOutcome.Unknown or EsmsDispatchOutcome.Invalid)
            {
                parts.Logger.Dead(result.Outcome, result.RequestId);
                await _publisher.DeadAsync(delivery, result.Problem ?? string.Empty).ConfigureAwait(false);
            }
            await _publisher.ResultAsync(record).ConfigureAwait(false);
        }
        catch
        {
            parts.UnpublishedResults.Enqueue(record);
            throw;
        }
    }

    /// <summary>Takes no more messages; those that are here and were not begun go back.</summary>
    private async Task EndAsync()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) != 0)
            return;
        try
        {
            await _drain.StopAsync().ConfigureAwait(false);
            await session.Channel.BasicCancelAsync(_consumer).ConfigureAwait(false);
        }
        catch (Exception exception) when (Broker.IsPassing(exception))
        {
            // The channel is gone, and with it the consumer.
            _deliveries.Writer.TryComplete();
        }
        finally
        {
            _drain.IsOver();
        }
    }
}
