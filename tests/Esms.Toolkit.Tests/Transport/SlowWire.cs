namespace Esms.Tests.Transport;

/// <summary>Takes what is written when it is told to, and not before.</summary>
internal sealed class SlowWire : MemoryStream
{
    private readonly TaskCompletionSource _mayGoOn = new();

    public ReadOnlySpan<byte> Written => GetBuffer().AsSpan(0, (int)Length);

    public void GoOn() => _mayGoOn.SetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _mayGoOn.Task;
        await base.WriteAsync(buffer, cancellationToken);
    }
}
