namespace Esms.Dispatching.Tests.Harness;

/// <summary>A system whose clock is set, while its timer goes on. The timers of a FakeTimeProvider would stand still.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _step;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _step));

    /// <summary>Sets the clock forward or back.</summary>
    public void Step(TimeSpan by) => Interlocked.Add(ref _step, by.Ticks);
}
