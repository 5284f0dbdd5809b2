using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import;

/// <summary>Takes an address apart: host and path, the fields that stand in the path, and those behind the question mark.</summary>
internal static partial class CallAddress
{
    /// <exception cref="InvalidDataException">It is no address.</exception>
    public static (string Address, IReadOnlyList<ImportedField> Fields) Read(string url, Notes notes)
    {
        var parts = url.Split('?', 2);
        var address = ReadHost(parts[0], notes);
        var path = new List<ImportedField>();
        address = PathPlaceholder()
            .Replace(
                address,
                match =>
                {
                    path.Add(new ImportedField(match.Groups[1].Value, $"{{{{{match.Groups[1].Value}}}}}", IsInPath: true));
                    return $"/{{{match.Groups[1].Value}}}";
                }
            );
        return (address, [.. path, .. parts.Length == 2 ? ReadPairs(parts[1]) : []]);
    }

    /// <summary>The pairs of a query or of a form, decoded.</summary>
    public static IEnumerable<ImportedField> ReadPairs(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static pair => new ImportedField(Decode(pair[0]), (JsonNode)(pair.Length == 2 ? Decode(pair[1]) : string.Empty)));

    private static string ReadHost(string address, Notes notes)
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
        var host = address.IndexOf('/', "https://".Length);
        if (host < 0 || !Uri.TryCreate(address[..host], UriKind.Absolute, out _))
            throw new InvalidDataException(
                $"'{address}' is no address of an operation, such as https://rest.esms.vn/MainService.svc/json/GetBalance_json."
            );
        var path = Slashes().Replace(address[host..], "/");
        if (path != address[host..])
            notes.Guess("Two slashes in the path became one.");
        return address[..host] + path;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(@"/\{+([A-Za-z0-9_.-]+)\}+(?=/|$)")]
    private static partial Regex PathPlaceholder();

    [GeneratedRegex(@"^(?:https?://)?(\{+[^{}/]+\}+)(?=/)")]
    private static partial Regex HostPlaceholder();

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();
}
