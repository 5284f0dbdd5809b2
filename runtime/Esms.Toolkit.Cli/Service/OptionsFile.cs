using System.Globalization;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>
/// The options of an account in a file, as in the settings of an application: at its top, in the section "Esms", or by names such as "Esms:ApiKey".
/// Sections inside, such as those of other accounts, are not read. No message ever has a value of the file.
/// </summary>
internal static class OptionsFile
{
    private const string Section = "Esms";
    private const string Prefix = Section + ":";

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly string[] Names =
    [
        "ApiKey",
        "SecretKey",
        "BaseAddress",
        "Timeout",
        "TryTimeout",
        "MaxTries",
        "RetryDelay",
        "ConnectTimeout",
        "MaxResponseBytes",
    ];

    /// <param name="warn">Takes a warning, when others can read the file.</param>
    /// <exception cref="UsageException">The file cannot be read, or is wrong.</exception>
    public static EsmsOptions Read(string path, Action<string> warn)
    {
        var text = ReadText(path, warn);
        var lines = new LineMap(text);
        try
        {
            var root = JsonParser.Parse(text);
            return Read(path, MembersOf(path, root, lines), lines);
        }
        catch (JsonSyntaxException exception)
        {
            // Its message may repeat a word of the file, which may be a key that lacks its quotes.
            throw Wrong(path, lines, exception.Range, "this is no JSON");
        }
    }

    private static EsmsOptions Read(string path, IEnumerable<(string Name, JsonMember Member)> members, LineMap lines)
    {
        var options = new EsmsOptions();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (written, member) in members)
        {
            var name = Names.FirstOrDefault(name => IsSame(written, name));
            if (name is null && (member.Value is JsonObject || written.Contains(':', StringComparison.Ordinal)))
                continue;
            if (name is null)
                throw Wrong(path, lines, member.NameRange, $"there is no option '{written}'{Suggestion.For(written, Names)}");
            // An application refuses such a file too.
            if (!seen.Add(name))
                throw Wrong(path, lines, member.NameRange, $"'{name}' is there twice; remove one of them");
            var text = TextOf(member.Value);
            // An application would wait for so many days.
            if (IsTime(name) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                throw Wrong(
                    path,
                    lines,
                    member.Value.Range,
                    $"a number alone means days for '{name}'; write hours, minutes and seconds, such as \"00:01:30\""
                );
            if (!Set(options, name, text))
                throw Wrong(path, lines, member.Value.Range, $"'{written}' cannot have this value");
        }
        return options;
    }

    /// <summary>The members of the section, wherever it is; those at the top where there is none.</summary>
    private static List<(string Name, JsonMember Member)> MembersOf(string path, JsonNode root, LineMap lines)
    {
        if (root is not JsonObject { Members: var all })
            throw Wrong(path, lines, root.Range, "the options are a JSON object");
        var members = new List<(string, JsonMember)>();
        foreach (var member in all)
        {
            if (member.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                members.Add((member.Name[Prefix.Length..], member));
            else if (IsSame(member.Name, Section))
                members.AddRange(
                    member.Value is JsonObject section
                        ? section.Members.Select(static inner => (inner.Name, inner))
                        : throw Wrong(path, lines, member.Value.Range, "the options are a JSON object")
                );
        }
        return members.Count > 0 || all.Any(static member => IsSame(member.Name, Section))
            ? members
            : [.. all.Select(static member => (member.Name, member))];
    }

    /// <summary>Settings do not tell letter case apart.</summary>
    private static bool IsSame(string written, string name) => string.Equals(written, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsTime(string name) => name is "Timeout" or "TryTimeout" or "RetryDelay" or "ConnectTimeout";

    private static bool Set(EsmsOptions options, string name, string? text)
    {
        switch (name)
        {
            case "ApiKey" when text is not null:
                options.ApiKey = text;
                return true;
            case "SecretKey" when text is not null:
                options.SecretKey = text;
                return true;
            case "BaseAddress" when Uri.TryCreate(text, UriKind.Absolute, out var address):
                options.BaseAddress = address;
                return true;
            case "Timeout" when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout):
                options.Timeout = timeout;
                return true;
            case "TryTimeout" when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout):
                options.TryTimeout = timeout;
                return true;
            case "RetryDelay" when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var delay):
                options.RetryDelay = delay;
                return true;
            case "ConnectTimeout" when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout):
                options.ConnectTimeout = timeout;
                return true;
            case "MaxResponseBytes" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes):
                options.MaxResponseBytes = bytes;
                return true;
            case "MaxTries" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tries):
                options.MaxTries = tries;
                return true;
            default:
                return false;
        }
    }

    private static string? TextOf(JsonNode node) =>
        node switch
        {
            JsonText text => text.Value,
            JsonNumber number => number.Text,
            _ => null,
        };

    private static string ReadText(string path, Action<string> warn)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                warn($"Others on this machine can read or change {path}, and the keys in it. chmod 600 {path} prevents that.");
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The options file {path} cannot be read: {exception.Message}",
                "Name another with --options-file or ESMS_OPTIONS_FILE."
            );
        }
    }

    private static UsageException Wrong(string path, LineMap lines, TextRange range, string problem)
    {
        var at = lines.At(range.Start);
        return new UsageException(
            $"The options file {path} is wrong in line {at.Line + 1}, column {at.Column + 1}: {problem}{(problem.EndsWith('?') ? string.Empty : ".")}",
            "It looks as { \"ApiKey\": \"…\", \"SecretKey\": \"…\" }."
        );
    }
}
