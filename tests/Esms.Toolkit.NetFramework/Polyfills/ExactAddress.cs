namespace Esms.Tests.Server;

/// <summary>An address that goes out as it stands, as far as that can be had here.</summary>
internal static class ExactAddress
{
    public static Uri Of(string text) => new(text);

    /// <summary>What arrives of a value: direction marks are dropped from addresses here.</summary>
    public static string Kept(string value) =>
        string.Concat(value.Where(static letter => letter is not ('\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E'))));
}
