namespace Esms.Emulator;

/// <summary>The accounts of an emulator. Some come while it runs: those of the clients that a test host has.</summary>
internal sealed class AccountTable
{
    private readonly object _lock = new();
    private volatile EmulatorAccount[] _all;

    /// <exception cref="ArgumentException">The accounts contradict each other.</exception>
    public AccountTable(EsmsEmulatorOptions options)
    {
        var main = new EmulatorAccount
        {
            Name = "main",
            ApiKey = options.ApiKey,
            SecretKey = options.SecretKey,
            Balance = options.Balance,
        };
        _all = [main, .. options.Accounts];
        if (_all.Any(static account => !IsWhole(account)))
            throw new ArgumentException("Each account has a Name, an ApiKey and a SecretKey.", nameof(options));
        if (
            _all.DistinctBy(static account => account.ApiKey).Count() < _all.Length
            || _all.DistinctBy(static account => account.Name).Count() < _all.Length
        )
            throw new ArgumentException("Two accounts have one ApiKey or one Name.", nameof(options));
    }

    /// <summary>The main one first.</summary>
    public IReadOnlyList<EmulatorAccount> All => _all;

    /// <summary>The account with a name; it is made, with keys that have the name, when there is none.</summary>
    public EmulatorAccount GetOrAdd(string name)
    {
        lock (_lock)
        {
            if (Array.Find(_all, account => account.Name == name) is { } found)
                return found;
            var ending = Uri.EscapeDataString(name);
            var added = new EmulatorAccount
            {
                Name = name,
                ApiKey = $"emulator-api-key-{ending}",
                SecretKey = $"emulator-secret-key-{ending}",
            };
            _all = [.. _all, added];
            return added;
        }
    }

    private static bool IsWhole(EmulatorAccount account) =>
        !string.IsNullOrEmpty(account.ApiKey) && !string.IsNullOrEmpty(account.SecretKey) && !string.IsNullOrEmpty(account.Name);
}
