namespace Esms.Dispatching.Tests.Harness;

/// <summary>Waits for what comes by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    public static Task IsTrueAsync(Func<bool> condition) => IsTrueAsync(() => Task.FromResult(condition()));

    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(AtMost);
        while (!await condition())
            await Task.Delay(10, late.Token);
    }
}
