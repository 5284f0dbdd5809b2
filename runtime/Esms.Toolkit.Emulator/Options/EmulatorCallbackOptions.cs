namespace Esms.Emulator;

/// <summary>How callbacks are made.</summary>
public sealed class EmulatorCallbackOptions
{
    /// <summary>Whether addresses on other machines are called too. They are not by default: published samples name real ones.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>How long an answer is waited for, by the clock on the wall. The default is ten seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before the next try, by the clock of the emulator. The default is ten seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often one callback is tried. The service tries five times.</summary>
    public int MaxTries { get; set; } = 5;

    /// <summary>What makes the calls; null, the default, uses sockets. The handler of a TestServer reaches a receiver inside of it.</summary>
    public HttpMessageHandler? Handler { get; set; }
}
