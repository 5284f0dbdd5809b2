namespace Esms.Tests.Server;

/// <summary>An address that goes out as it stands.</summary>
internal static class ExactAddress
{
    public static Uri Of(string text) => new(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
