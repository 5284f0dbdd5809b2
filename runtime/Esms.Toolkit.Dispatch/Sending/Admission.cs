namespace Esms.Dispatching;

/// <summary>Which messages may go out now.</summary>
/// <param name="Places">How many.</param>
/// <param name="IsProbe">Whether one message is to show that the service answers again. One that was never attempted shows it best.</param>
/// <param name="CostBelow">Only messages that cost less, in đồng, because the balance does not last for others; null for all.</param>
internal readonly record struct Admission(int Places, bool IsProbe = false, decimal? CostBelow = null)
{
    public static Admission None => default;
}
