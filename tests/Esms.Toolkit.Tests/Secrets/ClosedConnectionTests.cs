using System.Runtime.CompilerServices;
using System.Text;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>What calls leave behind for the next ones lives as long as the process. A connection, with its keys and its handlers, must not.</summary>
public sealed class ClosedConnectionTests
{
    [Fact]
    public async Task A_connection_that_is_closed_and_dropped_is_gone()
    {
        var handler = await CallAsync();

        // What the last call has left on some thread goes with the next work of that thread.
        for (var i = 0; i < 100 && handler.IsAlive; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(handler.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> CallAsync()
    {
        var handler = new AtOnce();
        using (var connection = new EsmsConnection(new EsmsOptions { ApiKey = Canaries.ApiKey, SecretKey = Canaries.SecretKey }, handler))
        using (var esms = new EsmsClient(connection))
            await esms.Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken);
        return new WeakReference(handler);
    }

    private sealed class AtOnce : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Answers.Finished)) });
    }
}
