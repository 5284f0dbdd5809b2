namespace Esms.Emulator;

/// <summary>An account of the emulator.</summary>
public sealed class EmulatorAccount
{
    /// <summary>The name by which its messages are told apart here; the service knows no such thing.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Its API key.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>Its secret key.</summary>
    public string SecretKey { get; set; } = string.Empty;

    /// <summary>What it has to begin with, in đồng.</summary>
    public decimal Balance { get; set; } = 10_000_000m;

    /// <summary>The number that GetBalance tells of it.</summary>
    public int UserId { get; set; } = 9999;

    /// <summary>Whether every call is refused with code 143.</summary>
    public bool Locked { get; set; }
}
