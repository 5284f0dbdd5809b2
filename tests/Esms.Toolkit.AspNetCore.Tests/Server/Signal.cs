using System.Threading.Channels;

namespace Esms.Tests.Receiving.Server;

/// <summary>Tells a test that something happened, as often as it happened.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _signals = Channel.CreateUnbounded<bool>();

    public void Set() => _signals.Writer.TryWrite(true);

    /// <summary>Completes when it has happened once more.</summary>
    public async Task NextAsync() => await _signals.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
