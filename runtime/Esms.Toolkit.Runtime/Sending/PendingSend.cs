namespace Esms.Runtime;

/// <summary>A send whose outcome is unknown, ready to be asked about.</summary>
/// <param name="runner">Makes the call.</param>
/// <param name="call">The send.</param>
/// <param name="age">How long ago its first try was.</param>
internal sealed class PendingSend(CallRunner runner, LogicalCall call, SendAge age)
{
    public bool IsRemembered => !age.IsUnknown && !age.IsForgottenIn(TimeSpan.Zero);

    /// <summary>Why the send cannot be asked about any more.</summary>
    public string WhyForgotten =>
        age.IsUnknown ? "the clock of this machine was set back, so nobody knows whether these have passed" : "these have passed";

    public async Task<EsmsSendResponse> SettleAsync(CancellationToken cancellationToken) =>
        (EsmsSendResponse)
            await runner.RunAsync(call.Throwing(), new CallHistory(age) { MayBeAccepted = true }, cancellationToken).ConfigureAwait(false);
}
