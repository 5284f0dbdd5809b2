namespace Esms.Cli.Import.Curl;

/// <summary>What a curl command asks for.</summary>
/// <param name="Url">The address, its parameters included.</param>
/// <param name="UrlPlace">Where the address is.</param>
/// <param name="Data">What stands in the body, piece by piece.</param>
/// <param name="Parts">The fields of --form and --data-urlencode, not encoded.</param>
internal sealed record CurlCommand(
    ImportSource Source,
    string Method,
    string Url,
    string UrlPlace,
    IReadOnlyList<CurlHeader> Headers,
    IReadOnlyList<string> Data,
    IReadOnlyList<(string Name, string Value)> Parts
)
{
    public string? ContentType =>
        Headers
            .Where(static header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Select(static header => header.Value.Split(';')[0].Trim())
            .FirstOrDefault();

    /// <exception cref="InvalidDataException">The text is no curl command; the message has the place.</exception>
    public static CurlCommand Read(ImportSource source, Notes notes)
    {
        var words = Shell.Cut(source, notes);
        var first = words.Count > 0 ? words[0] : new CommandWord(string.Empty, 0);
        if (Path.GetFileName(first.Text) is not ("curl" or "curl.exe" or "curl.cmd"))
            throw notes.Fail(
                source.At(first.Offset),
                "a command begins with the word curl, or with Invoke-RestMethod or Invoke-WebRequest. For a sample answer alone there is `esms contracts import json`."
            );
        var builder = new CurlCommandBuilder(source, notes, words);
        builder.ReadAll();
        return builder.Build();
    }
}
