using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Esms.Cli.Import.Infer;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import;

/// <summary>Takes an address apart: host and path, the fields that stand in the path, and those behind the question mark. No key stays in it.</summary>
/// <param name="place">Where the address was found.</param>
internal sealed partial class CallAddress(string place, Notes notes)
{
    private const string Example = "https://rest.esms.vn/MainService.svc/json/GetBalance_json";

    private static readonly string[] Keys = ["ApiKey", "SecretKey"];

    private readonly List<ImportedField> _fields = [];

    /// <exception cref="InvalidDataException">It is no address, or has a key in it of which nobody knows what it is.</exception>
    public (string Address, IReadOnlyList<ImportedField> Fields) Read(string url)
    {
        var whole = url.Trim().Split('#')[0];
        var parts = whole.Split('?', 2);
        var (host, path) = ReadHost(parts[0]);
        var address = host + string.Concat(ReadPath(path).Select(static segment => $"/{segment}"));
        return (address, [.. _fields, .. parts.Length == 2 ? ReadPairs(parts[1]) : []]);
    }

    /// <summary>The pairs of a query or of a form, decoded.</summary>
    public static IEnumerable<ImportedField> ReadPairs(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static pair => new ImportedField(Decode(pair[0]), (JsonNode)(pair.Length == 2 ? Decode(pair[1]) : string.Empty)));

    private (string Host, string Path) ReadHost(string address)
    {
        address = HostPlaceholder()
            .Replace(
                address,
                match =>
                {
                    notes.Guess($"The host is rest.esms.vn: the command has {match.Groups[1].Value} in its place.");
                    return "https://rest.esms.vn";
                }
            );
        if (!address.Contains("://", StringComparison.Ordinal))
            address = $"https://{address}";
        if (address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            address = $"https://{address["http://".Length..]}";
            notes.Guess("The address begins with https://, and not with http:// as it was found: keys travel with every call.");
        }
        address = WithoutUser(address);
        var end = address.IndexOf('/', "https://".Length);
        var host = end < 0 ? string.Empty : address[..end];
        if (end < 0 || !Uri.TryCreate(host, UriKind.Absolute, out var uri) || uri.Scheme != "https" || uri.Host.Length == 0)
            throw notes.Fail(place, $"this is no address of an operation, such as {Example}.");
        // As it is written: .NET makes the letters small, by which a key could look like a word.
        if (host.Split('/', '.', ':').Any(IsSecretLabel))
            throw notes.Fail(place, "a part of the host looks like a secret. Give the host that the call goes to without it.");
        var path = Slashes().Replace(address[end..], "/");
        if (path != address[end..])
            notes.Guess("Two slashes in the path became one.");
        return (host, path);
    }

    /// <summary>A label with both cases is no usual one, and it may be a piece of a key, which a slash cut.</summary>
    private static bool IsSecretLabel(string label) =>
        SecretLook.IsInName(label) || (label.Any(char.IsAsciiLetterUpper) && label.Any(char.IsAsciiLetterLower) && SecretLook.IsInPieces(label));

    private string WithoutUser(string address)
    {
        var host = "https://".Length;
        var end = address.IndexOf('/', host) is var slash and >= 0 ? slash : address.Length;
        var at = address.LastIndexOf('@', end - 1);
        if (at < host)
            return address;
        foreach (var piece in address[host..at].Split(':'))
            notes.Secrets.Add(piece);
        notes.Refuse(place, "the address has a user name or a password in front of its host, which a contract cannot carry; they were left out");
        return address[..host] + address[(at + 1)..];
    }

    private List<string> ReadPath(string path)
    {
        var segments = path[1..].Split('/').ToList();
        for (var i = 0; i < segments.Count; i++)
            segments[i] = WithoutParameters(segments[i]);
        var beside = new PathNeighbors(segments);
        foreach (var part in beside.PartsAroundCredential())
        {
            notes.Secrets.Add(part);
            throw notes.Fail(
                place,
                "a part of the path has more in it than the name of a key. Write the name alone, such as {ApiKey} or {SecretKey}."
            );
        }
        var keys = Enumerable
            .Range(0, segments.Count)
            .Where(i => LooksSecret(segments[i]) || IsBehindName(segments, i) || beside.IsOtherCredential(i))
            .ToList();
        var hasPieces = PiecesOfKeys(segments).Any(i => !keys.Contains(i));
        if (keys.Count == 0 || hasPieces)
        {
            keys = KeysByPlace(segments);
            if (hasPieces && keys.Count == 0)
                throw notes.Fail(
                    place,
                    "a part of the path looks like a piece of a key, and nothing says where the key begins and ends. Write the name of the field in the place of the key, such as {ApiKey} or {SecretKey}."
                );
        }
        var names = NamesOf(keys, segments);
        return [.. segments.Select((segment, i) => names.TryGetValue(i, out var name) ? Field(name) : ReadSegment(segment, i, segments))];
    }

    /// <summary>What stands behind a semicolon belongs to a session.</summary>
    private string WithoutParameters(string segment)
    {
        var end = segment.IndexOf(';', StringComparison.Ordinal);
        if (end < 0)
            return segment;
        foreach (var pair in segment[end..].Split(';', '='))
            notes.Secrets.Add(pair);
        notes.Refuse(place, "a part of the path has parameters behind a semicolon, which a contract cannot carry; they were left out");
        return segment[..end];
    }

    private static bool LooksSecret(string segment) =>
        Decode(segment) is var plain && !Placeholder.Is(plain) && (SecretLook.IsInName(plain) || SecretLook.FindIn(plain, hasNames: true).Any());

    /// <summary>…/token/hunter2: what follows the name of a secret, and has a number, is one; …/auth/v2/GetThing has none.</summary>
    private static bool IsBehindName(List<string> segments, int i) =>
        i > 0
        && SecretNames.IsOnly(Decode(segments[i - 1]))
        && Decode(segments[i]) is var plain
        && plain.Any(char.IsAsciiDigit)
        && !(Placeholder.Is(plain) || Version().IsMatch(plain) || KnownNames.IsOperation(plain));

    /// <summary>
    /// Parts that are no words, and parts behind the operation that make none together: a key in base64 has slashes, which cut it.
    /// </summary>
    private static IEnumerable<int> PiecesOfKeys(List<string> segments)
    {
        var plain = segments.ConvertAll(static segment => Decode(segment.Replace("+", "%2B", StringComparison.Ordinal)));
        var format = plain.FindIndex(static segment => segment.ToUpperInvariant() is "JSON" or "XML");
        var behind = format >= 0 ? format + 2 : plain.FindIndex(KnownNames.IsOperation) + 1;
        var rest = string.Concat(plain.Skip(behind).Where(static segment => !Placeholder.Is(segment)));
        // GetTopUp has the words of a key, and the place of an operation.
        static bool IsWordOnly(string part) => KnownNames.IsOperation(part) && part.All(static letter => char.IsAsciiLetter(letter) || letter == '_');
        var isCut = behind > 0 && plain.Count > behind + 1 && SecretLook.IsInName(rest);
        return Enumerable
            .Range(0, plain.Count)
            .Where(i => !Placeholder.Is(plain[i]) && plain[i].Length > 0 && !(i == format + 1 && IsWordOnly(plain[i])))
            .Where(i => (SecretLook.IsInPieces(plain[i]) || (isCut && i >= behind)));
    }

    /// <summary>Two parts behind the operation, in the addresses of this service, are the keys: …/json/GetBalance/key/secret.</summary>
    private List<int> KeysByPlace(List<string> segments)
    {
        var operation = segments.FindIndex(static segment => KnownNames.OnlyReads(segment));
        var behind = segments.FindLastIndex(static segment => segment.Length > 0);
        if (
            operation < 1
            || behind != operation + 2
            || !segments.Contains("json", StringComparer.OrdinalIgnoreCase)
            || segments.Skip(operation + 1).Take(2).Any(static segment => Placeholder.NameIn(segment) is not null)
        )
            return [];
        notes.Guess("The two parts of the path behind the operation are the keys of the account, ApiKey and SecretKey, by their place.");
        return [operation + 1, operation + 2];
    }

    private Dictionary<int, string> NamesOf(List<int> keys, List<string> segments)
    {
        foreach (var key in keys)
            notes.Secrets.Add(segments[key]);
        string[] free = [.. Keys.Where(name => !segments.Exists(segment => SecretNames.Credential(Placeholder.NameIn(segment) ?? "") == Role(name)))];
        if (keys.Count > 0 && keys.Count != free.Length)
            throw notes.Fail(
                place,
                $"{(keys.Count == 1 ? "a part" : $"{keys.Count} parts")} of the path look{(keys.Count == 1 ? "s" : "")} like a key, and nothing says which. Write the name of the field in its place, such as {{ApiKey}} or {{SecretKey}}."
            );
        if (keys.Count == 1 && free.Length == 1)
            notes.Guess($"A part of the path is {{{free[0]}}}, by its place or its look.");
        return keys.Select((key, i) => (key, free[i])).ToDictionary(static pair => pair.key, static pair => pair.Item2);
    }

    private static string Role(string name) => name == "ApiKey" ? "apiKey" : "secretKey";

    private string ReadSegment(string segment, int i, List<string> segments)
    {
        var plain = Decode(segment);
        if (!Placeholder.Is(plain) || segment.Length == 0 || (Placeholder.IsBareName(plain) && SecretNames.Credential(plain) is null))
            return segment;
        var name = Placeholder.NameIn(plain);
        if (name is null || !FieldName().IsMatch(name))
            throw notes.Fail(
                place,
                $"part {i + 1} of the path is a placeholder without a name. Write the name of the field in its place, such as {{ApiKey}}."
            );
        return segments.Take(i).Any(other => Placeholder.NameIn(Decode(other)) == name) ? $"{{{name}}}" : Field(name);
    }

    private string Field(string name)
    {
        _fields.Add(new ImportedField(name, $"{{{{{name}}}}}", IsInPath: true));
        return $"{{{name}}}";
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(@"^(?:https?://)?(\{+[^{}/]+\}+|\$\{?\w+\}?|%\w+%|<[^<>/]+>)(?=/)")]
    private static partial Regex HostPlaceholder();

    [GeneratedRegex("^v[0-9]{1,2}(\\.[0-9]{1,2})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    [GeneratedRegex("^[A-Za-z0-9_.-]+$")]
    private static partial Regex FieldName();
}
