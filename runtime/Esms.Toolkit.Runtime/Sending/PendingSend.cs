namespace Esms.Runtime;

/// <summary>A send whose outcome is unknown, ready to be asked about.</summary>
/// <param name="runner">Makes the call.</param>
/// <param name="call">The send.</param>
/// <param name="begun">When its first try began, at the latest.</param>
internal sealed class PendingSend(CallRunner runner, LogicalCall call, DateTimeOffset begun)
{
    /// <summary>How long the service knows a RequestId again, a little shortened: clocks differ, and the question takes its time.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(10);

    public bool IsRemembered => DateTimeOffset.UtcNow - begun < Memory;

    public async Task<EsmsSendResponse> SettleAsync(CancellationToken cancellationToken) =>
        (EsmsSendResponse)
            await runner
                .RunAsync(call, throwsOnRefusal: true, new CallHistory(begun) { MayBeAccepted = true }, cancellationToken)
                .ConfigureAwait(false);
}
