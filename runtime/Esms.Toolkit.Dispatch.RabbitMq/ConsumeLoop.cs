using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Takes messages from the queue and sends them until it is stopped, or until a refusal applies to all messages. It ends when no message is in
/// flight. A message is acknowledged after its outcome is on the disks of the broker.
/// </summary>
/// <param name="session">The session in which it consumes and publishes.</param>
/// <param name="topology">The queues.</param>
/// <param name="parts">The state that outlives the loop.</param>
/// <param name="held">
/// How many messages it holds at once. The next messages are already here while the last results are published; the rest stays in the queue for other
/// workers.
/// </param>
/// <param name="most">
/// How many messages it takes before it ends. With a limit it also ends after one response, to check whether other messages would be accepted. Null
/// for no limit.
/// </param>
internal sealed class ConsumeLoop(Session session, Topology topology, WorkerParts parts, int held, int? most)
{
    /// <summary>
    /// When this many messages in a row cost more than the balance allows, there may be no cheaper ones. A lower number would make a one-time code
    /// wait behind them for long.
    /// </summary>
    public const int MaxSetAside = 100;

    /// <summary>A message that this many workers died with is assumed to be the cause. Whether one of them has sent it is unknown.</summary>
    private const int MaxDeliveries = 100;

    /// <summary>
    /// A suspended process does not know that the broker has meanwhile given its messages to another worker, which may have sent them.
    /// </summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(40);

    /// <summary>A probe ends after this time, even when each message fails slowly.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(3);

    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
    private readonly OutcomePublisher _publisher = new(session, topology);
    private readonly DeliveryDrain _drain = new(held);
    private string _consumer = string.Empty;
    private readonly DateTimeOffset _began = parts.Clock.Now;
    private (OutboxMessage Send, SendOutcome Outcome)? _failure;
    private int _isEnding;
    private int _taken;
    private int _setAside;

    /// <param name="stopping">Stops the loop.</param>
    /// <returns>Why nothing can be sent; null when messages were sent.</returns>
    public async Task<EsmsDispatchPause?> RunAsync(CancellationToken stopping)
    {
        var consumer = new AsyncEventingBasicConsumer(session.Channel);
        consumer.ReceivedAsync += (_, delivered) =>
        {
            _drain.OnDelivered();
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
        return parts.Breaker.Current ?? (_setAside >= MaxSetAside ? parts.Breaker.Balance : null);
    }

    private async ValueTask HandleAsync(Delivery delivery, CancellationToken broken)
    {
        if (WorkMessage.Read(delivery) is not { } message)
        {
            parts.Logger.Foreign();
            await _publisher.DeadLetterAsync(delivery, "It does not have the headers of an outbox message.").ConfigureAwait(false);
        }
        else
        {
            await HandleAsync(delivery, message, broken).ConfigureAwait(false);
        }
        if (Interlocked.Increment(ref _taken) >= most || (most is not null && parts.Clock.Now - _began > LongestLook))
            await EndAsync().ConfigureAwait(false);
        await _drain.WaitToAcknowledgeAsync().ConfigureAwait(false);
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
            // Without a channel no outcome can be published, and the broker gives the message to another worker.
            broken.ThrowIfCancellationRequested();
            if (!session.Channel.IsOpen)
                throw new AlreadyClosedException(session.Channel.CloseReason!);
            triedAt = parts.Clock.Now;
            if (triedAt - delivery.ReceivedAt > LongestHold)
                message = message with { Send = message.Send.WithCopySince(delivery.ReceivedAt) };
            outcome = FindFinalOutcome(message);
            if (outcome is null && Volatile.Read(ref _isEnding) == 0)
                outcome = await TryAsync(message.Send).ConfigureAwait(false);
            isThrottled = outcome is SendOutcome.Retry { IsThrottled: true };
        }
        finally
        {
            parts.Limit.Leave(isThrottled);
        }
        await SettleAsync(delivery, message, triedAt, outcome).ConfigureAwait(false);
    }

    /// <summary>Returns the outcome of a message that must not be attempted; null for any other message.</summary>
    private SendOutcome.Final? FindFinalOutcome(WorkMessage message) =>
        message.Deliveries < MaxDeliveries
            ? null
            : parts.Sender.Final(
                message.Send,
                EsmsDispatchOutcome.Unknown,
                message.Send.Tries,
                $"{message.Deliveries} workers received it and did not finish."
            );

    private async Task<SendOutcome?> TryAsync(OutboxMessage send)
    {
        if (send.Cost >= parts.Breaker.CostBelow)
        {
            if (Interlocked.Increment(ref _setAside) >= MaxSetAside)
                await EndAsync().ConfigureAwait(false);
            return SendOutcome.SetAside.Instance;
        }
        var outcome = await parts.Sender.SendAsync(send, parts.Abandoned).ConfigureAwait(false);
        await NoteAsync(send, outcome).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>During a probe only the last failure is counted, because the messages behind a failed one are attempted too.</summary>
    private async Task NoteAsync(OutboxMessage send, SendOutcome outcome)
    {
        if (most is not null && outcome is SendOutcome.Retry { Pause: null })
        {
            _failure = (send, outcome);
            return;
        }
        parts.Breaker.Note(send, outcome);
        var isAnswered = outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted or EsmsDispatchOutcome.Refused };
        if (isAnswered)
            (_failure, _setAside) = (null, 0);
        if (parts.Breaker.Balance is { } pause)
            await parts.ReportAsync(_publisher, pause).ConfigureAwait(false);
        if (parts.Breaker.Current is not null || (most is not null && isAnswered))
            await EndAsync().ConfigureAwait(false);
    }

    private async Task SettleAsync(Delivery delivery, WorkMessage message, DateTimeOffset triedAt, SendOutcome? outcome)
    {
        switch (outcome)
        {
            case null:
                await _publisher.RequeueAsync(message).ConfigureAwait(false);
                break;
            case SendOutcome.Final final:
                await FinishAsync(delivery, message, final.Result).ConfigureAwait(false);
                break;
            case SendOutcome.Retry retry:
                await _publisher.RetryLaterAsync(message, triedAt, retry).ConfigureAwait(false);
                break;
            case SendOutcome.SetAside:
                await _publisher.SetAsideAsync(message).ConfigureAwait(false);
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
                await _publisher.DeadLetterAsync(delivery, result.Problem ?? string.Empty).ConfigureAwait(false);
            }
            await _publisher.PublishResultAsync(record).ConfigureAwait(false);
        }
        catch
        {
            parts.UnpublishedResults.Enqueue(record);
            throw;
        }
    }

    /// <summary>Takes no more messages. Messages that are here and were not attempted go back to the queue.</summary>
    private async Task EndAsync()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) != 0)
            return;
        try
        {
            await _drain.StopAsync().ConfigureAwait(false);
            await session.Channel.BasicCancelAsync(_consumer).ConfigureAwait(false);
        }
        catch (Exception exception) when (Broker.IsTransient(exception))
        {
            // The channel is closed, and the consumer with it.
            _deliveries.Writer.TryComplete();
        }
        finally
        {
            _drain.Complete();
        }
    }
}
