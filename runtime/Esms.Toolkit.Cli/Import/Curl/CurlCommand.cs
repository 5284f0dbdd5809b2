namespace Esms.Cli.Import.Curl;

/// <summary>What a curl command asks for.</summary>
/// <param name="Url">The address, its parameters included.</param>
/// <param name="Data">What stands in the body, piece by piece.</param>
/// <param name="Parts">The fields of --form and --data-urlencode, not encoded.</param>
internal sealed record CurlCommand(
    string Method,
    string Url,
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> Data,
    IReadOnlyList<(string Name, string Value)> Parts
)
{
    private static readonly string[] Datas = ["-d", "--data", "--data-ascii", "--data-raw", "--data-binary", "--json"];
    private static readonly string[] Forms = ["-F", "--form", "--form-string", "--data-urlencode"];

    /// <summary>Options with a value that says nothing about the operation.</summary>
    private static readonly string[] OtherValues =
    [
        "-A",
        "--user-agent",
        "-b",
        "--cookie",
        "-c",
        "--cookie-jar",
        "-e",
        "--referer",
        "-o",
        "--output",
        "-m",
        "--max-time",
        "--connect-timeout",
        "--retry",
        "--retry-delay",
        "-x",
        "--proxy",
        "-w",
        "--write-out",
        "--cacert",
        "-u",
        "--user",
        "--resolve",
    ];

    public string? ContentType =>
        Headers
            .Where(static header => header.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase))
            .Select(static header => header["Content-Type:".Length..].Split(';')[0].Trim())
            .FirstOrDefault();

    /// <exception cref="InvalidDataException">The text is no curl command; the message has the place.</exception>
    public static CurlCommand Read(string path, string text, Notes notes)
    {
        var words = ShellWords.Cut(path, text).SkipWhile(static word => word.Word is "$" or ">").ToList();
        if (words.Count == 0 || words[0].Word is not ("curl" or "curl.exe"))
            throw new InvalidDataException(
                $"{Notes.Place(path, text, words.FirstOrDefault().Offset)}: a command begins with the word curl. For a sample answer alone there is `esms contracts import json`."
            );
        var builder = new Builder(path, text, notes);
        for (var i = 1; i < words.Count; i++)
            i = builder.Add(words, i);
        return builder.Build();
    }

    private sealed class Builder(string path, string text, Notes notes)
    {
        private readonly List<string> _headers = [];
        private readonly List<string> _data = [];
        private readonly List<(string Name, string Value)> _parts = [];
        private string? _method;
        private string? _url;
        private bool _asQuery;

        /// <returns>The last word that was used.</returns>
        public int Add(List<(string Word, int Offset)> words, int i)
        {
            var word = words[i].Word;
            var attached = Attached(ref word);
            if (word is "-X" or "--request")
                _method = Value();
            else if (word is "-H" or "--header")
                _headers.Add(Value());
            else if (word == "--url")
                _url = Value();
            else if (word is "-G" or "--get")
                _asQuery = true;
            else if (Datas.Contains(word))
                AddData(word, Value(), words[i].Offset);
            else if (Forms.Contains(word))
                AddPart(Value());
            else if (OtherValues.Contains(word))
                LeaveOut(word, Value());
            else if (word is not ['-', ..])
                _url = word;
            return i;

            string Value() => attached ?? (i + 1 < words.Count ? words[++i].Word : throw Fail(words[i].Offset, $"{words[i].Word} lacks its value"));
        }

        public CurlCommand Build()
        {
            if (string.IsNullOrEmpty(_url))
                throw Fail(0, "the command has no address");
            var url =
                _asQuery && _data.Count > 0 ? $"{_url}{(_url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', _data)}" : _url;
            var hasBody = !_asQuery && (_data.Count > 0 || _parts.Count > 0);
            return new CurlCommand((_method ?? (hasBody ? "POST" : "GET")).ToUpperInvariant(), url, _headers, _asQuery ? [] : _data, _parts);
        }

        /// <summary>A value that is glued to its option: -XPOST, -d@file.</summary>
        private static string? Attached(ref string word)
        {
            if (word is not ['-', 'X' or 'H' or 'd' or 'F' or 'b' or 'A' or 'e' or 'o' or 'u', _, ..])
                return null;
            var value = word[2..];
            word = word[..2];
            return value;
        }

        /// <summary>The value is not named: it may be a password or a cookie.</summary>
        private void LeaveOut(string option, string value) =>
            notes.Guess($"{option} was left out ({value.Length} characters): a contract has no place for it.");

        private void AddData(string option, string value, int offset)
        {
            if (value is ['@', ..] && option is not "--data-raw")
                throw Fail(offset, $"the body is in the file {value[1..]}, which is not looked for. Put its text into the command");
            if (option == "--json")
                _headers.Add("Content-Type: application/json");
            _data.Add(value);
        }

        private void AddPart(string value)
        {
            var parts = value.Split('=', 2);
            _parts.Add((parts[0], parts.Length == 2 ? parts[1] : string.Empty));
        }

        private InvalidDataException Fail(int offset, string why) => new($"{Notes.Place(path, text, offset)}: {why}.");
    }
}
