namespace Esms.Tests.Server;

/// <summary>An address that goes out as it stands.</summary>
internal static class ExactAddress
{
    public static Uri Of(string text) => new(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    /// <summary>What arrives of a value.</summary>
    public static string Kept(string value) => value;
}
