namespace Esms.Tests.Receiving.Server;

/// <summary>A clock that a test can put forward. Pauses take the time they take.</summary>
internal sealed class Clock : TimeProvider
{
    private long _forward;

    public void Forward(TimeSpan time) => Interlocked.Add(ref _forward, time.Ticks * (TimestampFrequency / TimeSpan.TicksPerSecond));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _forward);
}
