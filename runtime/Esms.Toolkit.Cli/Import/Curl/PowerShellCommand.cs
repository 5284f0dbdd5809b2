using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Curl;

/// <summary>A command of PowerShell, as the words of curl that ask for the same: Invoke-RestMethod, Invoke-WebRequest and curl.exe.</summary>
internal sealed partial class PowerShellCommand
{
    private const string Advice = "Give the address, the headers and the body as texts or simple tables, or import the same call as curl.";

    private readonly PowerShellReader _reader;
    private readonly Notes _notes;
    private readonly ImportSource _source;
    private readonly Dictionary<string, PowerShellWord> _variables = new(StringComparer.OrdinalIgnoreCase);

    private PowerShellCommand(ImportSource source, Notes notes) => (_source, _notes, _reader) = (source, notes, new PowerShellReader(source, notes));

    /// <exception cref="InvalidDataException">It cannot be read; the message has the place.</exception>
    public static IReadOnlyList<CommandWord> Read(ImportSource source, Notes notes)
    {
        var command = new PowerShellCommand(source, notes);
        foreach (var statement in command._reader.Statements())
        {
            if (command.Read(statement) is { } words)
                return words;
        }
        throw notes.Fail(source.At(0), $"there is no Invoke-RestMethod, Invoke-WebRequest or curl.exe here. {Advice}");
    }

    /// <returns>The words of the call; null for a statement in front of it.</returns>
    private List<CommandWord>? Read(IReadOnlyList<PowerShellWord> statement)
    {
        var first = statement[0];
        if (statement is [{ Text: "$" or ">" or "PS>" }, ..])
            return statement.Count == 1 ? null : Read([.. statement.Skip(1)]);
        if (Variable().IsMatch(first.Text) && statement is [_, { Text: "=" }, ..])
        {
            List<PowerShellWord> rest = [.. statement.Skip(2)];
            if (rest.Count > 0 && Call().IsMatch(rest[0].Text) && !rest[0].IsQuoted)
                return Read(rest);
            Assign(first, rest);
            return null;
        }
        if (Cmdlet().IsMatch(first.Text))
            return OfCmdlet(statement);
        if (Curl().IsMatch(first.Text))
            return
            [
                .. statement
                    .TakeWhile(static word => word.IsQuoted || word.Text is not ("|" or ">" or "&&"))
                    .Select(word => new CommandWord(TextOf(word), word.Offset, word.IsQuoted)),
            ];
        Prepare(statement);
        return null;
    }

    private void Assign(PowerShellWord name, List<PowerShellWord> value)
    {
        if (value.Exists(static word => word.Text.StartsWith("New-Object", StringComparison.OrdinalIgnoreCase)))
            _variables[name.Text] = new PowerShellWord(string.Empty, name.Offset) { Table = [] };
        else if (PowerShellWord.Of(value) is { } one)
            _variables[name.Text] = one;
        // Whatever else it is: where it is used, it is a placeholder.
    }

    /// <summary>$headers.Add("name", "value") and $headers["name"] = "value"; cookies of a session go nowhere.</summary>
    private void Prepare(IReadOnlyList<PowerShellWord> statement)
    {
        var text = string.Concat(statement.Select(static word => word.IsQuoted ? $"\"{word.Text}\"" : word.Text));
        if (text.Contains(".Cookies.", StringComparison.OrdinalIgnoreCase))
            AddCookie(statement[0].Offset, text);
        else if (
            Adding().Match(text) is { Success: true } adding
            && _variables.GetValueOrDefault(adding.Groups[1].Value) is { Table: { } pairs } table
        )
            _variables[adding.Groups[1].Value] = table with
            {
                Table = [.. pairs, (adding.Groups[2].Value, new PowerShellWord(adding.Groups[3].Value, statement[0].Offset) { IsQuoted = true })],
            };
        else if (!text.StartsWith('$') && !text.StartsWith('['))
            throw _reader.Fail(statement[0].Offset, $"this statement is none that is read. {Advice}");
    }

    private void AddCookie(int offset, string text)
    {
        foreach (Match quoted in Quoted().Matches(text))
            _notes.Secrets.Add(quoted.Groups[1].Value);
        _notes.Refuse(_source.At(offset), "a cookie carries a credential, which a contract cannot carry yet; it was left out");
    }

    private List<CommandWord> OfCmdlet(IReadOnlyList<PowerShellWord> statement)
    {
        var words = new List<CommandWord> { new("curl", statement[0].Offset) };
        for (var i = 1; i < statement.Count && statement[i] is { IsQuoted: true } or not { Text: "|" or "&&" }; i++)
        {
            var option = statement[i];
            if (option.IsQuoted || !option.Text.StartsWith('-'))
                words.Add(new CommandWord(TextOf(option), option.Offset, IsQuoted: true));
            else if (!Switch().IsMatch(option.Text))
                Use(option, i + 1 < statement.Count ? statement[++i] : throw _reader.Fail(option.Offset, "this parameter lacks its value."), words);
        }
        return words;
    }

    private void Use(PowerShellWord option, PowerShellWord value, List<CommandWord> words)
    {
        switch (option.Text.TrimStart('-').ToUpperInvariant())
        {
            case "URI":
                words.Add(new CommandWord(TextOf(value), value.Offset, IsQuoted: true));
                break;
            case "METHOD":
                Add("--request", TextOf(value));
                break;
            case "CONTENTTYPE":
                Add("--header", $"Content-Type: {TextOf(value)}");
                break;
            case "HEADERS":
                foreach (var (name, text) in TableOf(value))
                    Add("--header", $"{name}: {TextOf(text)}");
                break;
            case "BODY" or "FORM":
                AddBody(value, words);
                break;
            case "TOKEN" or "CREDENTIAL" or "CERTIFICATE" or "CERTIFICATETHUMBPRINT":
                Add("--oauth2-bearer", TextOf(value));
                break;
            case "INFILE":
                throw _reader.Fail(value.Offset, "the body is in a file, which is not looked for. Put its text into the command.");
            default:
                break;
        }

        void Add(string name, string text)
        {
            words.Add(new CommandWord(name, option.Offset));
            words.Add(new CommandWord(text, value.Offset, IsQuoted: true));
        }
    }

    /// <summary>A table is a form, or, behind ConvertTo-Json, JSON.</summary>
    private void AddBody(PowerShellWord value, List<CommandWord> words)
    {
        var body = Resolve(value);
        foreach (var (name, text) in body.Table ?? [])
        {
            words.Add(new CommandWord("--data-urlencode", value.Offset));
            words.Add(new CommandWord($"{name}={TextOf(text)}", text.Offset, IsQuoted: true));
        }
        if (body.Table is not null)
            return;
        if (!body.IsQuoted)
            throw _reader.Fail(value.Offset, $"what the body is cannot be read. {Advice}");
        words.Add(new CommandWord("--data-raw", value.Offset));
        words.Add(new CommandWord(body.Text, body.Offset, IsQuoted: true));
    }

    private IReadOnlyList<(string Name, PowerShellWord Value)> TableOf(PowerShellWord value) =>
        Resolve(value).Table ?? throw _reader.Fail(value.Offset, $"the headers are no table that is read. {Advice}");

    private PowerShellWord Resolve(PowerShellWord word)
    {
        var value = word.IsQuoted || word.Table is not null ? word : _variables.GetValueOrDefault(word.Text, word);
        return value.IsJson ? new PowerShellWord(JsonOf(value).ToJsonString(), value.Offset) { IsQuoted = true } : value;
    }

    private string TextOf(PowerShellWord word) =>
        Resolve(word) is { Table: null } value ? value.Text : throw _reader.Fail(word.Offset, $"this is a table, and not a text. {Advice}");

    private JsonObject JsonOf(PowerShellWord table) =>
        new((table.Table ?? []).Select(pair => KeyValuePair.Create(pair.Name, ValueOf(Resolve(pair.Value)))));

    private JsonNode? ValueOf(PowerShellWord word) =>
        word switch
        {
            { Table: not null } => JsonOf(word),
            { IsQuoted: true } => word.Text,
            { Text: "$true" } => true,
            { Text: "$false" } => false,
            { Text: "$null" } => null,
            _ when Number().IsMatch(word.Text) => JsonNode.Parse(word.Text),
            _ when word.Text.StartsWith('$') => word.Text,
            _ => throw _reader.Fail(word.Offset, $"this value cannot be read. {Advice}"),
        };

    [GeneratedRegex(@"^\$[\w:]+$")]
    private static partial Regex Variable();

    [GeneratedRegex("^(Invoke-RestMethod|Invoke-WebRequest|irm|iwr|curl|curl\\.exe)$", RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    [GeneratedRegex("^(Invoke-RestMethod|Invoke-WebRequest|irm|iwr)$", RegexOptions.IgnoreCase)]
    private static partial Regex Cmdlet();

    [GeneratedRegex("^curl(\\.exe)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Curl();

    [GeneratedRegex(
        "^-(UseBasicParsing|SkipCertificateCheck|SkipHttpErrorCheck|SkipHeaderValidation|DisableKeepAlive|PassThru|Resume|UseDefaultCredentials|AllowUnencryptedAuthentication|NoProxy|PreserveAuthorizationOnRedirect|Verbose|Debug)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Switch();

    [GeneratedRegex("""^(\$\w+)(?:\.Add\(|\[)"([^"]*)"(?:,|\]=)"(.*?)"\)?$""", RegexOptions.Singleline)]
    private static partial Regex Adding();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$")]
    private static partial Regex Number();
}
