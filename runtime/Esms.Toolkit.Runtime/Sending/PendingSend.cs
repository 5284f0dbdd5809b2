namespace Esms.Runtime;

/// <summary>A send whose outcome is unknown, ready to be asked about.</summary>
/// <param name="begun">When its first try began.</param>
internal abstract class PendingSend(DateTimeOffset begun)
{
    /// <summary>How long the service knows a RequestId again, a little shortened: clocks differ, and the question takes its time.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(10);

    public DateTimeOffset Begun { get; } = begun;

    public bool IsRemembered => DateTimeOffset.UtcNow - Begun < Memory;

    public abstract Task<EsmsResponse> SettleAsync(CancellationToken cancellationToken);
}

/// <summary>The same, with the types of the call.</summary>
internal sealed class PendingSend<TRequest, TResponse>(CallRunner runner, LogicalCall<TRequest, TResponse> call, DateTimeOffset begun) : PendingSend(begun)
    where TRequest : class
    where TResponse : EsmsResponse
{
    public override async Task<EsmsResponse> SettleAsync(CancellationToken cancellationToken) =>
        await runner.RunAsync(call, throwsOnRefusal: true, new CallHistory(Begun) { MayBeAccepted = true }, cancellationToken).ConfigureAwait(false);
}
