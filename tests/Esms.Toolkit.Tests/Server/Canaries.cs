using System.Text;

namespace Esms.Tests.Server;

/// <summary>Keys that nothing else could contain by chance, with characters that every encoding changes.</summary>
internal static class Canaries
{
    public const string ApiKey = "CANARY+key/7f3a";
    public const string SecretKey = "CANARY&secret=91bc";

    private static readonly string[] Forms =
        [.. new[] { ApiKey, SecretKey }.SelectMany(static key => new[] { key, Uri.EscapeDataString(key), Convert.ToBase64String(Encoding.UTF8.GetBytes(key)) })];

    /// <summary>Fails when a key stands in the text, in whatever form.</summary>
    public static void AssertNoneIn(string? text)
    {
        foreach (var form in Forms)
            Assert.DoesNotContain(form, text ?? string.Empty, StringComparison.OrdinalIgnoreCase);
    }
}
