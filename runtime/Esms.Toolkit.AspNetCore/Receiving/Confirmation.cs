namespace Esms.Receiving;

/// <summary>What eSMS answered when it was asked.</summary>
/// <param name="IsSame">Whether the callback says the same.</param>
/// <param name="Lag">How far it is behind the callback.</param>
/// <param name="Values">The values by the names of their parameters; null for what eSMS did not say.</param>
internal sealed record Confirmation(bool IsSame, Lag Lag, IReadOnlyDictionary<string, string?> Values)
{
    /// <summary>The parameters as they would be, had the callback told what eSMS answers.</summary>
    public IReadOnlyDictionary<string, string> Correct(IReadOnlyDictionary<string, string> parameters)
    {
        var corrected = new Dictionary<string, string>(parameters, StringComparer.Ordinal);
        foreach (var (name, value) in Values)
            corrected[name] = value ?? string.Empty;
        return corrected;
    }
}
