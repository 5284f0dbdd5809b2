namespace Esms.Emulator;

/// <summary>Finds what is wrong with options before anything is made of them; what a later call would fail at is refused at the start.</summary>
internal static class OptionsCheck
{
    /// <summary>The longest step of a message: far more than a test wants, and far less than the calendar has left.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(3650);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private const decimal HighestPrice = 1_000_000_000m;

    /// <exception cref="ArgumentException">Something is wrong; the message names the setting.</exception>
    public static void Throw(EsmsEmulatorOptions options)
    {
        if (Find(options) is { } problem)
            throw new ArgumentException(problem, nameof(options));
    }

    private static string? Find(EsmsEmulatorOptions options) =>
        FindMissing(options)
        ?? FindNumber(options)
        ?? FindStep(options.Pace)
        ?? FindCallback(options.Callbacks)
        ?? FindPrice(options.Catalogue.Prices);

    private static string? FindMissing(EsmsEmulatorOptions options)
    {
        if (options.Pace is null || options.Callbacks is null || options.Faults is null || options.Catalogue?.Prices is null)
            return "Pace, Callbacks, Faults, Catalogue and Catalogue:Prices must not be null.";
        var catalogue = options.Catalogue;
        IEnumerable<object?>[] lists =
        [
            options.Accounts,
            options.AllowedHosts,
            catalogue.Brandnames,
            catalogue.OfficialAccounts,
            catalogue.VoiceScripts,
            catalogue.Recordings,
            catalogue.BlockedPhones,
            catalogue.BlockedWords,
            catalogue.FailingRecipients,
        ];
        return lists.Any(static list => list.Contains(null)) ? "A list of the options has an item that is null." : null;
    }

    private static string? FindNumber(EsmsEmulatorOptions options) =>
        options.Port is < 0 or > 65535 ? $"Port is {options.Port}; it is 0 to 65535."
        : options.MaxMessages < 1 ? $"MaxMessages is {options.MaxMessages}; it is 1 or more."
        : options.MaxBytes < 1 ? $"MaxBytes is {options.MaxBytes}; it is 1 or more."
        : options.MaxBodyBytes < 1 ? $"MaxBodyBytes is {options.MaxBodyBytes}; it is 1 or more."
        : null;

    private static string? FindStep(EmulatorPace pace) =>
        FindOutside("Pace:Review", pace.Review, TimeSpan.Zero, LongestStep)
        ?? FindOutside("Pace:Queue", pace.Queue, TimeSpan.Zero, LongestStep)
        ?? FindOutside("Pace:Report", pace.Report, TimeSpan.Zero, LongestStep)
        ?? FindOutside("Pace:Unknown", pace.Unknown, TimeSpan.Zero, LongestStep);

    private static string? FindCallback(EmulatorCallbackOptions callbacks) =>
        FindOutside("Callbacks:Timeout", callbacks.Timeout, TimeSpan.FromMilliseconds(1), LongestWait)
        ?? FindOutside("Callbacks:RetryDelay", callbacks.RetryDelay, TimeSpan.Zero, LongestStep)
        ?? (callbacks.MaxTries < 1 ? $"Callbacks:MaxTries is {callbacks.MaxTries}; it is 1 or more." : null);

    private static string? FindPrice(EmulatorPrices prices)
    {
        decimal[] all =
        [
            prices.Advertising,
            prices.CustomerCare,
            prices.FixedNumber,
            prices.Viber,
            prices.ZaloPriority,
            prices.ZaloNormal,
            prices.ZaloFollower,
            prices.ZaloJourney,
            prices.Voice,
        ];
        return all.Any(static price => price is < 0 or > HighestPrice)
            ? $"A price of the catalogue is not between 0 and {HighestPrice:N0} đồng."
            : null;
    }

    private static string? FindOutside(string name, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least || value > most ? $"{name} is {value}; it is {least} to {most}." : null;
}
