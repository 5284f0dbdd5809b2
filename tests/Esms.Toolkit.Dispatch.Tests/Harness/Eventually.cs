namespace Esms.Dispatching.Tests.Harness;

/// <summary>Waits for what comes by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    public static async Task IsTrueAsync(Func<bool> condition)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(AtMost);
        while (!condition())
            await Task.Delay(10, late.Token);
    }
}
