using System.Globalization;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>
/// The options of an account in a file, as in the settings of an application: at its top, or in the section "Esms". Sections inside, such as
/// those of other accounts, are not read. No message ever has a value of the file.
/// </summary>
internal static class OptionsFile
{
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
            var section = (root as JsonObject)?.Members.FirstOrDefault(static member => IsNamed(member, "Esms"))?.Value ?? root;
            return section is JsonObject options
                ? Read(path, options, lines)
                : throw Wrong(path, lines, section.Range, "the options are a JSON object");
        }
        catch (JsonSyntaxException exception)
        {
            // Its message may repeat a word of the file, which may be a key that lacks its quotes.
            throw Wrong(path, lines, exception.Range, "this is no JSON");
        }
    }

    private static EsmsOptions Read(string path, JsonObject section, LineMap lines)
    {
        var options = new EsmsOptions();
        foreach (var member in section.Members)
        {
            var name = Names.FirstOrDefault(name => IsNamed(member, name));
            if (name is null && member.Value is JsonObject)
                continue;
            if (name is null)
                throw Wrong(path, lines, member.NameRange, $"there is no option '{member.Name}'{Suggestion.For(member.Name, Names)}");
            if (!Set(options, name, TextOf(member.Value)))
                throw Wrong(path, lines, member.Value.Range, $"'{member.Name}' cannot have this value");
        }
        return options;
    }

    /// <summary>Settings do not tell letter case apart.</summary>
    private static bool IsNamed(JsonMember member, string name) => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);

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
            $"The options file {path} is wrong in line {at.Line + 1}, column {at.Column + 1}: {problem}.",
            "It looks as { \"ApiKey\": \"…\", \"SecretKey\": \"…\" }."
        );
    }
}
