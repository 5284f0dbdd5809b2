namespace Esms.Emulator;

/// <summary>How long a message takes from step to step, by the clock of the emulator.</summary>
public sealed class EmulatorPace
{
    /// <summary>From acceptance to approval. The default is one second.</summary>
    public TimeSpan Review { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>From approval, or the time that the send named, until it is handed to the operator. The default is one second.</summary>
    public TimeSpan Queue { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>From there until its end is known, and called back. The default is three seconds.</summary>
    public TimeSpan Report { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>For how long after its acceptance a message is still unknown to look-ups (code 105). The default is zero.</summary>
    public TimeSpan Unknown { get; set; }
}
