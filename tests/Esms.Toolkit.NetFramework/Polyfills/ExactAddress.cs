namespace Esms.Tests.Server;

/// <summary>An address that goes out as it stands, as far as that can be had here.</summary>
internal static class ExactAddress
{
    public static Uri Of(string text) => new(text);
}
