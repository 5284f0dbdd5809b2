namespace Esms.Toolkit.Hostile.Sends;

/// <summary>What the client said about a send.</summary>
/// <param name="Send">The number of the send.</param>
/// <param name="Ending">The last word.</param>
/// <param name="WasUnknown">Whether the outcome was unknown before that.</param>
/// <param name="Detail">What was said, where that is wrong by itself.</param>
internal sealed record Verdict(int Send, Ending Ending, bool WasUnknown = false, string? Detail = null)
{
    /// <summary>Whether the journal says the same.</summary>
    public bool IsRight(bool isAccepted) =>
        Detail is null
        && Ending switch
        {
            Ending.Accepted or Ending.AlreadyAccepted => isAccepted,
            Ending.Refused or Ending.NotSent => !isAccepted,
            _ => false,
        };
}
