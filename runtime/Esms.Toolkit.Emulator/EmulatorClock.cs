namespace Esms.Emulator;

/// <summary>The time of the emulator. It can be moved forward, and then everything happens that was due by then.</summary>
public sealed class EmulatorClock : TimeProvider
{
    /// <summary>The latest time that it shows. What is planned from there on, such as the end of a message, is still a date.</summary>
    internal static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TimeProvider? _base;
    private readonly DateTimeOffset _start;
    private readonly long _created;
    private long _moved;

    private EmulatorClock(TimeProvider? @base, DateTimeOffset start)
    {
        _base = @base;
        _created = @base?.GetTimestamp() ?? 0;
        _start = start;
    }

    /// <summary>Raised when the clock was moved by hand.</summary>
    public event EventHandler? Moved;

    /// <summary>Whether time passes by itself.</summary>
    public bool Runs => _base is not null;

    /// <summary>A clock that runs, as that of the system does or as another.</summary>
    /// <param name="time">What it follows; null for the system.</param>
    /// <returns>The clock.</returns>
    public static EmulatorClock Running(TimeProvider? time = null) => new(time ?? System, default);

    /// <summary>A clock that stands still until it is moved.</summary>
    /// <param name="start">What it shows; null for now.</param>
    /// <returns>The clock.</returns>
    public static EmulatorClock Stopped(DateTimeOffset? start = null) => new(null, start ?? DateTimeOffset.UtcNow);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var ticks = (_base?.GetUtcNow() ?? _start).UtcTicks + Interlocked.Read(ref _moved);
        return new DateTimeOffset(Math.Min(ticks, Latest.UtcTicks), TimeSpan.Zero);
    }

    /// <summary>Moves the clock forward. Look-ups see the new time at once; callbacks that are due are made in the background.</summary>
    /// <param name="by">By how much.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time would run backwards, or past the year 8999.</exception>
    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero || by > Latest - GetUtcNow())
            throw new ArgumentOutOfRangeException(
                nameof(by),
                $"The clock cannot be moved by {by}; it goes forward only, and to the year 8999 at the latest."
            );
        Interlocked.Add(ref _moved, by.Ticks);
        Moved?.Invoke(this, EventArgs.Empty);
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves with the clock, because what is measured by it takes place in the time of the emulator.</summary>
    /// <returns>Ticks since the clock was created.</returns>
    public override long GetTimestamp() => (_base?.GetElapsedTime(_created).Ticks ?? 0) + Interlocked.Read(ref _moved);

    internal long Now => GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Waits in the time that the clock follows; one that stands still is waited for through its event.</summary>
    internal Task DelayAsync(TimeSpan delay, CancellationToken cancellation) =>
        _base is null ? Task.Delay(Timeout.InfiniteTimeSpan, cancellation) : Task.Delay(delay, _base, cancellation);
}
