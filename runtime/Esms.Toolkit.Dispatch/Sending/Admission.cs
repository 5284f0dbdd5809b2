namespace Esms.Dispatching;

/// <summary>The messages that may be sent now.</summary>
/// <param name="Places">How many.</param>
/// <param name="IsProbe">Whether one message is to probe whether the service responds again. A message without an attempt is the best probe.</param>
/// <param name="CostBelow">Only messages below this cost, in đồng, because the balance is too low for others; null for all.</param>
internal readonly record struct Admission(int Places, bool IsProbe = false, decimal? CostBelow = null)
{
    public static Admission None => default;
}
