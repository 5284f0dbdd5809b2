namespace Esms.Cli;

/// <summary>Shows how far workers have come, and says so when nothing moves: there may be none.</summary>
/// <param name="broker">Where the messages wait.</param>
/// <param name="first">What is known before the broker has told anything.</param>
/// <param name="view">Shows it.</param>
internal sealed class BrokerWatch(BrokerOutbox broker, EsmsCampaignProgress first, CampaignView view)
{
    /// <summary>A worker sends the first message at once. Later on, there may be answers that take their time.</summary>
    private static readonly TimeSpan PatienceAtFirst = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private bool _isKnown;

    public EsmsCampaignProgress Progress { get; private set; } = first;

    /// <summary>Comes back when all have their outcome, or when it is cancelled.</summary>
    public async Task RunAsync(IAsyncEnumerable<EsmsCampaignProgress> states, CancellationToken cancellationToken)
    {
        try
        {
            var reader = states.GetAsyncEnumerator(cancellationToken);
            await using (reader.ConfigureAwait(false))
            {
                while (await NextAsync(reader, cancellationToken).ConfigureAwait(false))
                {
                    (Progress, _isKnown) = (reader.Current, true);
                    view.Show(Progress);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The workers go on, so there is nothing to wait for.
        }
        view.End();
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<EsmsCampaignProgress> reader, CancellationToken cancellationToken)
    {
        var next = reader.MoveNextAsync().AsTask();
        var patience = Task.Delay(Progress.Left == Progress.Total ? PatienceAtFirst : Patience, cancellationToken);
        // During a pause there is a worker: it has told of it.
        var isSilent = await Task.WhenAny(next, patience).ConfigureAwait(false) == patience;
        if (isSilent && Progress.Pause is null && !cancellationToken.IsCancellationRequested)
            view.Note(Hint);
        return await next.ConfigureAwait(false);
    }

    private string Hint =>
        _isKnown
            ? $"Nothing is sent. Is there a worker? {broker.Worker} starts one."
            : $"{broker.Place} knows nothing of this campaign. Has it another address or {OutboxNameOption.Name}? It is forgotten after seven days.";
}
