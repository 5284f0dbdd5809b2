namespace Esms.Toolkit.Benchmarks.Calls;

/// <summary>One call of one client.</summary>
/// <param name="SendAsync">Makes the call, with nothing added to what the client does.</param>
/// <param name="IsPublished">Whether an ended call has the published values.</param>
internal sealed record Call(Func<Task> SendAsync, Predicate<Task> IsPublished)
{
    public static Call Of<T>(Func<Task<T>> sendAsync, Predicate<T> isPublished) =>
        new(sendAsync, task => task is Task<T> { Result: var answer } && isPublished(answer));

    /// <summary>A client that does not read the answer must not win.</summary>
    public async Task CheckAsync()
    {
        var sent = SendAsync();
        await sent;
        if (!IsPublished(sent))
            throw new InvalidOperationException("The answer is not the published one.");
    }
}
