namespace Esms.Runtime;

/// <summary>
/// A source cannot be made as new here: its timer may be about to go off, and would then end another try. So each try has its own.
/// </summary>
internal static class CancellationTokenSourceReset
{
    public static bool TryReset(this CancellationTokenSource source) => false;
}
