using Microsoft.Extensions.Hosting;

namespace Esms.Emulator;

/// <summary>Tells the requests of an emulator with a server of its own that it stops.</summary>
internal sealed class EmulatorLifetime : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => _stopping.Token;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();
}
