namespace Esms.Runtime;

/// <summary>The pace of an operation without a limit, which the service has asked to slow down.</summary>
internal sealed class FreePace : EsmsPace
{
    private static readonly Task<bool> Now = Task.FromResult(true);

    internal override Task<bool> TakeTurnAsync(CallClock clock, CancellationToken cancellationToken) => Now;
}
