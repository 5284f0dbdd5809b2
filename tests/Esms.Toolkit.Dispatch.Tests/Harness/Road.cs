namespace Esms.Dispatching.Tests.Harness;

/// <summary>The way to the service: it counts who is on it, and can answer itself.</summary>
/// <param name="answer">Answers a call by its number, from 1; null lets it pass.</param>
internal sealed class Road(Func<int, HttpResponseMessage?>? answer = null) : DelegatingHandler
{
    private readonly Lock _lock = new();
    private int _running;

    /// <summary>How many calls came.</summary>
    public int Calls { get; private set; }

    /// <summary>How many there were when it was counted anew.</summary>
    public int CallsBefore { get; private set; }

    /// <summary>How many were on it at once, at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>How long each call stays on it.</summary>
    public TimeSpan Length { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Counts anew how many are on it at once.</summary>
    public void Restart()
    {
        lock (_lock)
            (CallsBefore, MostAtOnce) = (Calls, _running);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? own;
        lock (_lock)
        {
            _running++;
            MostAtOnce = Math.Max(MostAtOnce, _running);
            Calls++;
            own = answer?.Invoke(Calls);
        }
        try
        {
            await Task.Delay(Length, cancellationToken);
            return own ?? await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            lock (_lock)
                _running--;
        }
    }
}
