using System.Threading.Channels;

namespace Esms.Tests.Receiving.Server;

/// <summary>Tells a test that something happened, as often as it happened.</summary>
internal sealed class Signal
{
    /// <summary>So that a test fails, and does not hang, when it never happens.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _signals = Channel.CreateUnbounded<bool>();

    public void Set() => _signals.Writer.TryWrite(true);

    /// <summary>Completes when it has happened once more.</summary>
    public Task NextAsync() =>
        _signals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
}
