using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// Sends the messages of the file. A single loop does all writes. Each turn records the outcomes since the last turn and the claims of the next
/// messages, and then starts those attempts. Outcomes that arrive while it waits for the disk share the next turn.
/// </summary>
internal sealed class SqliteWorker : DispatchWorker
{
    /// <summary>The worker looks into the file this often, because other processes enqueue too and the system clock may be set.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.5);

    /// <summary>The wait before an unusable file is tried again.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly OutboxFile _file;
    private readonly string? _campaign;
    private readonly OutboxSender _sender;
    private readonly EsmsDispatchOptions _options;
    private readonly SteadyClock _clock;
    private readonly ILogger _logger;
    private readonly AdaptiveConcurrencyLimiter _limit;
    private readonly CircuitBreaker _breaker;
    private readonly ConcurrentQueue<EndedSend> _ended = new();
    private readonly List<ClaimedSend> _claimed = [];
    private EsmsDispatchPause? _full;
    private EsmsDispatchPause? _reported;
    private string? _problem;
    private bool _isLost;
    private int _running;

    /// <param name="file">The outbox.</param>
    /// <param name="campaign">The only campaign that is sent; null sends all.</param>
    /// <param name="sender">Sends a message.</param>
    /// <param name="options">The limits.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="timer">The timer of responses.</param>
    /// <param name="logger">The logger.</param>
    public SqliteWorker(
        OutboxFile file,
        string? campaign,
        OutboxSender sender,
        EsmsDispatchOptions options,
        SteadyClock clock,
        TimeProvider timer,
        ILogger<SqliteWorker> logger
    )
    {
        (_file, _campaign, _sender, _options, _clock, _logger) = (file, campaign, sender, options, clock, logger);
        _limit = new AdaptiveConcurrencyLimiter(options.MaxInFlight, timer);
        _breaker = new CircuitBreaker(clock);
    }

    /// <summary>
    /// Opens the file. The application does not start when the file is not an outbox or its folder is missing. It does start when the disk is full or
    /// the file is locked, and sends as soon as possible.
    /// </summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _ = _file.Writes;
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            _logger.CannotUse(exception.Message);
        }
        return base.StartAsync(cancellationToken);
    }

    /// <summary>How many messages are in flight.</summary>
    public int InFlight => Volatile.Read(ref _running);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        // The file first: an empty file with a lock beside it means that an outbox was emptied.
        await RetryAsync(() => _file.Writes, stoppingToken).ConfigureAwait(false);
        using var right = await WorkerLock.TakeAsync(_file, _logger, stoppingToken).ConfigureAwait(false);
        using var awake = stoppingToken.UnsafeRegister(static file => ((OutboxFile)file!).Notify(), _file);
        var journal = await RetryAsync(Open, stoppingToken).ConfigureAwait(false);
        var ended = new List<EndedSend>();
        while (true)
        {
            var isOver = stoppingToken.IsCancellationRequested && Volatile.Read(ref _running) == 0;
            while (_ended.TryDequeue(out var send))
                ended.Add(send);
            var isWritten = TryTurn(journal, ended, stoppingToken.IsCancellationRequested);
            if (isOver && (isWritten || _isLost || Abandoned.IsCancellationRequested))
                return;
            await _file.WaitAsync(isWritten ? LongestWait : AfterFailure).ConfigureAwait(false);
        }
    }

    /// <summary>Opens the journal, and takes over the messages that were left in flight.</summary>
    private WorkJournal Open()
    {
        _file.EnsureInPlace();
        var journal = new WorkJournal(_file.Writes, new SqliteHourlyBudget(_file.Writes, _options), _campaign);
        _clock.ContinueFrom(journal.LastSeen);
        _logger.Begins(journal.Recover(_clock.Now + OutboxSender.LongestDelay));
        return journal;
    }

    /// <summary>Repeats something until the file can be used.</summary>
    private async Task<T> RetryAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var result = work();
                _problem = null;
                return result;
            }
            catch (Exception exception) when (Report(exception))
            {
                await Task.Delay(AfterFailure, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    protected override void OnAbandoning()
    {
        if (Volatile.Read(ref _running) is > 0 and var left)
            _logger.Abandoned(left);
    }

    /// <returns>False when the journal cannot be written. The outcomes are then kept for the next turn.</returns>
    private bool TryTurn(WorkJournal journal, List<EndedSend> ended, bool isStopping)
    {
        try
        {
            _file.EnsureInPlace();
            var wanted = isStopping ? Admission.None : _breaker.Allow(_limit.Free, Volatile.Read(ref _running));
            var claims = journal.Turn(ended, wanted, _clock.Now, out var full);
            foreach (var send in ended)
                Report(send.Outcome);
            ended.Clear();
            _limit.Enter(claims.Count);
            _claimed.AddRange(claims);
            if (wanted.Places > 0)
                _full = claims.Count == 0 ? full ?? _breaker.Balance : full;
            if (!isStopping)
            {
                SendClaimed();
                Report(journal, _breaker.Current ?? _full);
            }
            (_problem, _isLost) = (null, false);
            return true;
        }
        catch (Exception exception) when (Report(exception))
        {
            return false;
        }
    }

    /// <summary>
    /// Sends the claimed messages if their claims are in the file that other processes find, because the next process must know of them. Otherwise the
    /// messages are kept.
    /// </summary>
    private void SendClaimed()
    {
        _file.EnsureInPlace();
        Interlocked.Add(ref _running, _claimed.Count);
        foreach (var claim in _claimed)
            _ = Task.Run(() => TryAsync(claim), CancellationToken.None);
        _claimed.Clear();
    }

    /// <summary>Logs once why the journal cannot be used.</summary>
    /// <returns>Whether the problem is transient.</returns>
    private bool Report(Exception exception)
    {
        if (exception is SqliteException error)
            exception = _file.FindProblem() ?? _file.Explain(error);
        if (exception is not IOException)
            return false;
        _isLost = exception is EsmsOutboxLostException;
        if (_problem != exception.Message)
            _logger.CannotUse(exception.Message);
        _problem = exception.Message;
        return true;
    }

    private void Report(SendOutcome outcome)
    {
        if (outcome is not SendOutcome.Final { Result: var result })
            return;
        DispatchTelemetry.Ended(result);
        if (result.Outcome == EsmsDispatchOutcome.Unknown)
            _logger.IsUnknown(result.Operation, result.RequestId);
        else
            _logger.Ended(result.Operation, result.RequestId, result.Outcome, (int)result.Code);
    }

    private void Report(WorkJournal journal, EsmsDispatchPause? pause)
    {
        if (pause == _reported)
            return;
        journal.Write(pause);
        if (pause is null)
            _logger.Resumes();
        else
            _logger.Pauses(pause.Until, pause.Reason, (int?)pause.Code);
        _reported = pause;
    }

    private async Task TryAsync(ClaimedSend claim)
    {
        var isThrottled = false;
        try
        {
            var outcome = _sender.FindOverBudget(claim.Send) ?? await _sender.SendAsync(claim.Send, Abandoned).ConfigureAwait(false);
            isThrottled = outcome is SendOutcome.Retry { IsThrottled: true };
            _breaker.Note(claim.Send, outcome);
            _ended.Enqueue(new EndedSend(claim, outcome));
        }
        catch (OperationCanceledException) when (Abandoned.IsCancellationRequested)
        {
            // The journal has the claim, so the next start knows that the outcome is to be resolved.
        }
        finally
        {
            _limit.Leave(isThrottled);
            Interlocked.Decrement(ref _running);
            _file.Notify();
        }
    }
}
