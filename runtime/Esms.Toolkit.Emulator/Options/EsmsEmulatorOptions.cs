namespace Esms.Emulator;

/// <summary>How the emulator is started. Settings files and the command line set the same.</summary>
public sealed class EsmsEmulatorOptions
{
    /// <summary>The API key of the main account.</summary>
    public string ApiKey { get; set; } = "emulator-api-key";

    /// <summary>The secret key of the main account.</summary>
    public string SecretKey { get; set; } = "emulator-secret-key";

    /// <summary>What the main account has to begin with, in đồng.</summary>
    public decimal Balance { get; set; } = 10_000_000m;

    /// <summary>Further accounts, each with keys, messages, request ids and money of its own.</summary>
    public IList<EmulatorAccount> Accounts { get; } = [];

    /// <summary>The port on the loopback interface; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Host names by which the emulator is called besides those of this machine (localhost and the loopback addresses); "*" is any. Others are refused
    /// with HTTP status 403, because a page of a stranger can point its own name at this machine.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>A folder with contracts to serve beside the built-in ones, or null.</summary>
    public string? ContractFolder { get; set; }

    /// <summary>The file that keeps everything; null, the default, keeps it in memory and forgets it at the end.</summary>
    public string? DataFile { get; set; }

    /// <summary>How many messages are kept; the oldest go first. The default is 200,000.</summary>
    public int MaxMessages { get; set; } = 200_000;

    /// <summary>How many bytes the messages may take; the oldest go first. The default is 1 GiB.</summary>
    public long MaxBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>The largest request body, in bytes. The default is 2 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>The clock; null, the default, runs as the system's does. <see cref="EmulatorClock.Stopped"/> moves by hand alone.</summary>
    public EmulatorClock? Clock { get; set; }

    /// <summary>How long a message takes from step to step.</summary>
    public EmulatorPace Pace { get; set; } = new();

    /// <summary>Brandnames, Official Accounts, templates, prices, and the numbers that fail.</summary>
    public EmulatorCatalogue Catalogue { get; set; } = new();

    /// <summary>How callbacks are made.</summary>
    public EmulatorCallbackOptions Callbacks { get; set; } = new();

    /// <summary>What goes wrong from the start; <see cref="EmulatorEngine.Faults"/> changes it later.</summary>
    public FaultScript Faults { get; set; } = new();
}
