using System.Text.RegularExpressions;
using Esms.Cli.Import.Secrets;

namespace Esms.Cli.Import.Curl;

/// <summary>Reads the words of a curl command, one after the other.</summary>
internal sealed partial class CurlCommandBuilder(ImportSource source, Notes notes, IReadOnlyList<CommandWord> words)
{
    private readonly List<CurlHeader> _headers = [];
    private readonly List<string> _data = [];
    private readonly List<string> _query = [];
    private readonly List<(string Name, string Value)> _parts = [];
    private string? _method;
    private CommandWord? _url;
    private bool _asQuery;
    private int _at = 1;

    public void ReadAll()
    {
        for (; _at < words.Count; _at++)
            ReadWord();
    }

    public CurlCommand Build()
    {
        if (_url is not { Text.Length: > 0 } url)
            throw Fail(0, "the command has no address");
        var query = _asQuery ? [.. _query, .. _data] : _query;
        var address =
            query.Count > 0 ? $"{url.Text}{(url.Text.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', query)}" : url.Text;
        var hasBody = !_asQuery && (_data.Count > 0 || _parts.Count > 0);
        return new CurlCommand(
            source,
            (_method ?? (hasBody ? "POST" : "GET")).ToUpperInvariant(),
            address,
            source.At(url.Offset),
            _headers,
            _asQuery ? [] : _data,
            _parts
        );
    }

    private void ReadWord()
    {
        var word = words[_at];
        if (word.Text is ['-', '-', _, ..] && word.Text.Split('=', 2) is var option)
            ReadLong(option[0], option.Length == 2 && LongName().IsMatch(option[0]) ? option[1] : null, word.Offset);
        else if (word.Text is ['-', not '-', ..])
            ReadLetters(word);
        else if (word.Text is not ("--" or "-"))
            ReadAddress(word);
    }

    /// <summary>Letters without a value can be in front of one that has one: -sSLXPOST.</summary>
    private void ReadLetters(CommandWord word)
    {
        for (var i = 1; i < word.Text.Length; i++)
        {
            if (word.Text[i] == 'G')
                _asQuery = true;
            if (CurlOptions.LongOf(word.Text[i]) is not { } option)
                continue;
            Use(
                option,
                word.Text[..2],
                i + 1 < word.Text.Length ? new CommandWord(word.Text[(i + 1)..].TrimStart('='), word.Offset) : Next(word.Text[..(i + 1)], word.Offset)
            );
            return;
        }
    }

    private void ReadLong(string option, string? attached, int offset)
    {
        if (option == "--get")
            _asQuery = true;
        else if (CurlOptions.TakesValue(option) && !option.StartsWith("--no-", StringComparison.Ordinal))
            Use(option, option, attached is null ? Next(option, offset) : new CommandWord(attached, offset));
    }

    private CommandWord Next(string option, int offset) => ++_at < words.Count ? words[_at] : throw Fail(offset, $"{option} lacks its value");

    private void Use(string option, string shown, CommandWord value)
    {
        switch (option)
        {
            case "--request":
                _method = value.Text;
                break;
            case "--header":
                _headers.Add(CurlHeader.Of(value.Text, source.At(value.Offset)));
                break;
            case "--url":
                _url = value;
                break;
            case "--url-query":
                _query.Add(value.Text);
                break;
            case "--data" or "--data-ascii" or "--data-raw" or "--data-binary" or "--json":
                AddData(option, value);
                break;
            case "--form" or "--form-string" or "--data-urlencode":
                AddPart(option, value);
                break;
            case "--config" or "--upload-file" or "--variable":
                throw Fail(value.Offset, $"what {shown} names is not looked for. Put it into the command");
            default:
                LeaveOut(option, shown, value);
                break;
        }
    }

    private void ReadAddress(CommandWord word)
    {
        if (_url is not null)
            throw Fail(word.Offset, "this word is neither an option nor a value of one, and there is an address already. Is a quote missing?");
        if (!Address().IsMatch(word.Text))
            throw Fail(
                word.Offset,
                "this word is neither an option nor an address, such as https://rest.esms.vn/MainService.svc/json/GetBalance_json"
            );
        _url = word;
    }

    /// <summary>The value is not named: it may be a password or a cookie.</summary>
    private void LeaveOut(string option, string shown, CommandWord value)
    {
        foreach (var piece in value.Text.Split([':', ';', '=', ',', ' ', '@', '/'], StringSplitOptions.RemoveEmptyEntries).Append(value.Text))
        {
            if (CurlOptions.IsCredential(option) || SecretLook.Is(piece))
                notes.Secrets.Add(piece);
        }
        if (CurlOptions.IsCredential(option))
            notes.Refuse(source.At(value.Offset), $"{shown} carries a credential, which a contract cannot carry yet; it was left out");
        else
            notes.Guess($"{shown} was left out ({value.Text.Length} characters): a contract has no place for it.");
    }

    private void AddData(string option, CommandWord value)
    {
        if (value.Text is ['@', ..] && option is not "--data-raw")
            throw Fail(value.Offset, "the body is in the file behind '@', which is not looked for. Put its text into the command");
        if (option == "--json")
            _headers.Add(new CurlHeader("Content-Type", "application/json", source.At(value.Offset)));
        _data.Add(value.Text);
    }

    private void AddPart(string option, CommandWord value)
    {
        var parts = value.Text.Split('=', 2);
        if (option == "--form" && parts is [_, ['@' or '<', ..]])
            throw Fail(value.Offset, "a part of the form is a file; contracts send texts. Leave the part out, or put the text into the command");
        if (parts.Length == 1 && parts[0].Contains('@', StringComparison.Ordinal))
            throw Fail(value.Offset, "a part of the body is in a file, which is not looked for. Put its text into the command");
        _parts.Add((parts[0], parts.Length == 2 ? parts[1] : string.Empty));
    }

    private InvalidDataException Fail(int offset, string why) => notes.Fail(source.At(offset), $"{why}.");

    [GeneratedRegex("^--[a-z][a-z0-9.-]*$")]
    private static partial Regex LongName();

    [GeneratedRegex(
        @"^([A-Za-z][A-Za-z0-9+.-]*://|([A-Za-z0-9-]+\.)+[A-Za-z]{2,}([/:?]|$)|localhost([/:?]|$)|(\{+[^{}]+\}+|\$\{?\w+\}?|%\w+%|<[^<>]+>)[/?]|[^/\s]*@)"
    )]
    private static partial Regex Address();
}
