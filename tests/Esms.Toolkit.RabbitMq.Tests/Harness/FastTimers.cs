namespace Esms.Dispatching.RabbitMq.Tests.Harness;

/// <summary>The clock of the system, with waits that take a fortieth of their time, while a server of another process answers in real time.</summary>
internal sealed class FastTimers : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime / 40, period);
}
