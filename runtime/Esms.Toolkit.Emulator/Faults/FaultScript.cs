namespace Esms.Emulator;

/// <summary>What goes wrong when. With one seed and the same order of requests, the same goes wrong each time.</summary>
public sealed class FaultScript
{
    /// <summary>Another seed is another run.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Asked in turn; the first that says so happens.</summary>
    public IList<FaultRule> Rules { get; } = [];
}
