using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import;

/// <summary>What is in a path beside a placeholder for one key of the account is the other one, whatever it looks like.</summary>
internal sealed partial class PathNeighbors
{
    /// <summary>Parts of addresses that are no values.</summary>
    private static readonly HashSet<string> AddressWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "account",
        "accounts",
        "api",
        "balance",
        "brandname",
        "campaign",
        "campaigns",
        "json",
        "message",
        "messages",
        "mms",
        "ott",
        "otp",
        "report",
        "rest",
        "service",
        "services",
        "sms",
        "status",
        "template",
        "templates",
        "user",
        "users",
        "viber",
        "voice",
        "xml",
        "zalo",
        "zns",
    };

    private readonly List<string> _parts;
    private readonly int _operation;

    public PathNeighbors(IEnumerable<string> segments)
    {
        _parts = [.. segments.Select(static segment => Uri.UnescapeDataString(segment))];
        var format = _parts.FindIndex(static part => part.ToUpperInvariant() is "JSON" or "XML");
        _operation = format >= 0 ? format + 1 : _parts.FindIndex(KnownNames.IsOperation);
    }

    /// <summary>Whether exactly one key of the account has a name in the path, and this part is the other one by its place.</summary>
    public bool IsOtherCredential(int i)
    {
        if (IsWord(i))
            return false;
        var (isBehind, isBefore) = (Credential(i - 1), Credential(i + 1));
        if (_parts.Select(static (_, at) => at).Select(Credential).OfType<string>().Distinct().Count() == 1)
            return IsValue(i, isInOrder: isBehind == "apiKey" || isBefore == "secretKey") && (isBehind ?? isBefore) is not null;
        // {token}/hunter2
        return (isBehind ?? isBefore) is null && (IsSecretName(i - 1) || IsSecretName(i + 1)) && _parts[i].Any(char.IsAsciiDigit);
    }

    /// <summary>What is glued to the placeholder of a key: {ApiKey}-hunter2.</summary>
    public IEnumerable<string> PartsAroundCredential() =>
        _parts
            .Where(static part => !Placeholder.Is(part))
            .Where(static part => Inner().Matches(part).Any(IsCredential))
            .Select(static part =>
                Inner().Replace(part, static inner => IsCredential(inner) ? string.Empty : inner.Value).Trim('-', ':', ',', '.', '_', '=')
            )
            .Where(static rest => rest.Length > 0);

    /// <summary>Behind the operation there are no words; in front of it there are, and a value is seen by its place in between or its numbers.</summary>
    private bool IsValue(int i, bool isInOrder) =>
        (_operation >= 0 && i > _operation)
        || _parts[i].Any(char.IsAsciiDigit)
        || (isInOrder && _operation > i)
        || !_parts[i].All(char.IsAsciiLetter);

    private bool IsWord(int i) =>
        _parts[i].Length == 0
        || Placeholder.Is(_parts[i])
        || (i == _operation && !_parts[i].Contains(' ', StringComparison.Ordinal))
        || AddressWords.Contains(_parts[i])
        || KnownNames.IsOperation(_parts[i])
        || Structure().IsMatch(_parts[i]);

    private static bool IsCredential(Match inner) => Placeholder.NameIn(inner.Value) is { } name && SecretNames.Is(name);

    private string? Credential(int i) =>
        i >= 0 && i < _parts.Count && Placeholder.NameIn(_parts[i]) is { } name ? SecretNames.Credential(name) : null;

    private bool IsSecretName(int i) => i >= 0 && i < _parts.Count && Placeholder.NameIn(_parts[i]) is { } name && SecretNames.Is(name);

    [GeneratedRegex(@"^(v[0-9]{1,2}(\.[0-9]{1,2})?|\w+\.(svc|asmx|ashx|php|aspx|jsp|do))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Structure();

    [GeneratedRegex(@"\{+[^{}]+\}+|<[^<>]+>|\[[^\[\]]+\]|\$\{[^{}]+\}|%[A-Za-z_]\w*%|^[:$][A-Za-z_]\w*")]
    private static partial Regex Inner();
}
