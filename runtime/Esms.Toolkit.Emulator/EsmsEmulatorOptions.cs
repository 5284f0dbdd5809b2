namespace Esms.Emulator;

/// <summary>How the emulator is started.</summary>
public sealed class EsmsEmulatorOptions
{
    /// <summary>The API key that the emulator accepts.</summary>
    public string ApiKey { get; init; } = "emulator-api-key";

    /// <summary>The secret key that the emulator accepts.</summary>
    public string SecretKey { get; init; } = "emulator-secret-key";

    /// <summary>The port on the loopback interface; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>A folder with contracts to serve beside the built-in ones, or null.</summary>
    public string? ContractFolder { get; init; }
}
