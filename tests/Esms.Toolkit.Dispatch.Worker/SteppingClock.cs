namespace Esms.Dispatching.Worker;

/// <summary>A clock of a system that is set again and again, by up to thirty hours in either direction, while its timer goes on.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private const double MostHours = 30;

    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(0.5);

    private readonly Random _dice;
    private readonly TimeSpan _ahead;
    private readonly Lock _lock = new();
    private TimeSpan _step;
    private long _next;

    /// <param name="seed">Another seed is another run.</param>
    /// <param name="ahead">By how much it is ahead of that of the system when it is right.</param>
    public SteppingClock(int seed, TimeSpan ahead) => (_dice, _ahead) = (new Random(seed), ahead);

    /// <summary>It begins with the right time, as a machine does that asks for it.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (_next == 0 || Environment.TickCount64 > _next)
            {
                _step = _next == 0 ? TimeSpan.Zero : TimeSpan.FromHours(((_dice.NextDouble() * 2) - 1) * MostHours);
                _next = Environment.TickCount64 + 1 + (long)(_dice.NextDouble() * LongestTime.TotalMilliseconds);
            }
            return System.GetUtcNow() + _ahead + _step;
        }
    }
}
