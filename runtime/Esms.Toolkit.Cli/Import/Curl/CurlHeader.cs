namespace Esms.Cli.Import.Curl;

/// <summary>A header of a command.</summary>
/// <param name="Place">Where it is.</param>
internal sealed record CurlHeader(string Name, string Value, string Place)
{
    public static CurlHeader Of(string header, string place)
    {
        var parts = header.Split([':', ';'], 2);
        return new CurlHeader(parts[0].Trim(), parts.Length == 2 ? parts[1].Trim() : string.Empty, place);
    }
}
